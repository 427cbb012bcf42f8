/** Names and values, one under the other. Pure; what a record says is made printable and harmless here. */
import { html } from 'hono/html';
import { printable } from '../records/describe.ts';

export type Part = ReturnType<typeof html>;

export type Fact = readonly [name: string, value: string];

export const facts = (rows: readonly Fact[]): Part =>
  html`<dl>
    ${rows.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${printable(value)}</dd>
        </div>`,
    )}
  </dl>`;
