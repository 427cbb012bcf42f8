export interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly licenses: readonly object[];
}

export interface ShippedPart {
  readonly path: string;
  readonly name: string;
  readonly version: string;
}

export const purposes: Readonly<Record<string, string>>;
export function listOfParts(lock?: object): { readonly components: readonly Component[] };
export function shippedParts(lock?: object): readonly ShippedPart[];
