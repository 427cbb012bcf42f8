/** What must be said of the board that runs, in words. */
import type { BoardIdentity } from '../../hardware/boards/board.ts';
import { prescribableWithoutWitnessC } from '../safety/rest.ts';
import { english } from '../words/tongue.ts';
import type { Tongue } from '../words/tongue.ts';
import { boardIdentityFacts } from './board-policy.ts';
import type { BoardFact } from './board-policy.ts';

export function boardFactIn(
  { terminal: t }: Tongue,
  fact: BoardFact,
  { kind, firmware }: Pick<BoardIdentity, 'kind' | 'firmware'>,
): string {
  switch (fact) {
    case 'simulation':
      return t('banner.simulation', { kind: t(`board.${kind}`) });
    case 'unguarded':
      return t('banner.unguarded', { firmware });
    case 'noWitness':
      return t('banner.noWitness', prescribableWithoutWitnessC);
    case 'supplies':
      return t('banner.supplies');
    case 'bench':
      return t('banner.bench');
  }
}

/** All of it in English, as pages and programs are told. */
export const boardIdentityWords = (
  identity: BoardIdentity,
  ...parts: [bench: boolean, witnessed: boolean, guardsSupplies: boolean]
): string[] =>
  boardIdentityFacts(identity, ...parts).map((fact) => boardFactIn(english, fact, identity));
