/** The link to the board, as its machine knows it. It is opened once and, once lost, stays lost. */
import { initialTransition, transition } from 'xstate';
import type { Board } from '../../hardware/boards/board.ts';
import type { BoardPins } from '../../hardware/port/board-pins.ts';
import { linkMachine } from '../../machines/link.ts';
import type { LinkEvent } from '../../machines/link.ts';

export class BoardLink {
  readonly board: Board;
  #snapshot = initialTransition(linkMachine)[0];

  constructor(board: Board) {
    this.board = board;
    board.onLost((reason) => {
      this.#take({ type: 'LOST', reason });
    });
  }

  #take(event: LinkEvent): void {
    this.#snapshot = transition(linkMachine, this.#snapshot, event)[0];
  }

  /** @throws CompanionError where the board cannot be opened; the link is lost then. */
  async open(): Promise<BoardPins> {
    this.#take({ type: 'OPEN' });
    try {
      const pins = await this.board.open();
      this.#take({ type: 'CONNECTED' });
      this.#take({ type: 'IDENTIFIED', guarded: this.board.identity.guarded });
      return pins;
    } catch (thrown) {
      this.#take({ type: 'LOST', reason: 'the board could not be opened' });
      throw thrown;
    }
  }

  /** Why nothing may be driven over this link, in words; null while it stands and is identified. */
  get trouble(): string | null {
    const { value, context } = this.#snapshot;
    if (value === 'guarded' || value === 'unguarded') return null;
    return context.reason ?? `the link is ${value}`;
  }
}
