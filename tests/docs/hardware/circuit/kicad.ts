/** The schematic as a file of KiCad (version 6 and later): every sheet with its symbols, wires, junctions and labels. */
import { createHash } from 'node:crypto';
import type { Component } from './component.ts';
import { dotsOf, piecesOf } from './joined.ts';
import type { Direction, Placed, Sheet } from './sheet.ts';
import type { Point, Shape } from './symbols.ts';

/** Millimetres of a unit: the tenth of an inch that KiCad’s grid is made of. */
const unitMm = 2.54;
const mm = (units: number): string => String(Math.round(units * unitMm * 1000) / 1000);
const at = ([x, y]: Point): string => `${mm(x)} ${mm(y)}`;
const quoted = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** The same name gives the same id, so that the file changes only where the circuit does. */
const uuid = (name: string): string => {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const effects = '(effects (font (size 1.27 1.27)))';
const hidden = '(effects (font (size 1.27 1.27)) hide)';
const stroke = '(stroke (width 0.2) (type default) (color 0 0 0 0))';

/** In a symbol y points up. */
const upwards = ([x, y]: Point): string => `(xy ${mm(x)} ${mm(-y)})`;

function shapeLine(shape: Shape): string {
  if ('line' in shape) {
    const fill = shape.filled === true ? 'outline' : 'none';
    return `(polyline (pts ${shape.line.map(upwards).join(' ')}) ${stroke} (fill (type ${fill})))`;
  }
  if ('circle' in shape) {
    const [x, y] = shape.circle;
    return `(circle (center ${mm(x)} ${mm(-y)}) (radius ${mm(shape.radius)}) ${stroke} (fill (type none)))`;
  }
  return `(text ${quoted(shape.text)} (at ${mm(shape.at[0])} ${mm(-shape.at[1])} 0) ${effects})`;
}

/** Where a part is drawn, as one of its units: a coil here, a contact there. */
interface Unit {
  readonly placed: Placed;
  readonly number: number;
  /** Of the sheet that it is on. */
  readonly sheetId: string;
}

const sheetIdOf = ({ title }: Sheet): string => uuid(`sheet ${title}`);

function unitsOf(sheets: readonly Sheet[]): Unit[] {
  const seen = new Map<string, number>();
  return sheets.flatMap((sheet) =>
    sheet.placed.map((placed) => {
      const number = (seen.get(placed.ref) ?? 0) + 1;
      seen.set(placed.ref, number);
      return { placed, number, sheetId: sheetIdOf(sheet) };
    }),
  );
}

const symbolId = ({ placed, number }: Unit): string => uuid(`symbol ${placed.ref} ${number}`);

function unitLines({ placed, number }: Unit): string[] {
  const pins = Object.entries(placed.symbol.pins).map(
    ([pin, [x, y]]) =>
      `(pin passive line (at ${mm(x)} ${mm(-y)} 0) (length 0) (name ${quoted(pin)} ${effects}) (number ${quoted(placed.pinOf[pin]!)} ${effects}))`,
  );
  return [
    `(symbol ${quoted(`${placed.ref}_${number}_1`)}`,
    ...placed.symbol.shapes.map(shapeLine),
    ...pins,
    ')',
  ];
}

/** Each part has a symbol of its own, as it is turned: nothing is left to a program’s idea of an angle. */
const librarySymbol = (ref: string, units: readonly Unit[]): string[] => [
  `(symbol ${quoted(`contrast:${ref}`)} (pin_numbers hide) (pin_names (offset 0) hide) (in_bom yes) (on_board yes)`,
  `(property "Reference" ${quoted(ref.replaceAll(/\d+$/g, ''))} (id 0) (at 0 0 0) ${hidden})`,
  `(property "Value" "" (id 1) (at 0 0 0) ${hidden})`,
  `(property "Footprint" "" (id 2) (at 0 0 0) ${hidden})`,
  `(property "Datasheet" "" (id 3) (at 0 0 0) ${hidden})`,
  ...units.filter(({ placed }) => placed.ref === ref).flatMap(unitLines),
  ')',
];

function instance(unit: Unit, component: Component): string[] {
  const { placed, number } = unit;
  const [x, y] = placed.at;
  const [first] = placed.words;
  const where = first === undefined ? placed.at : ([x + first.at[0], y + first.at[1]] as const);
  const property = (name: string, value: string, id: number, look: string, down: number): string =>
    `(property ${quoted(name)} ${quoted(value)} (id ${id}) (at ${mm(where[0])} ${mm(where[1] + down)} 0) ${look})`;
  return [
    `(symbol (lib_id ${quoted(`contrast:${placed.ref}`)}) (at ${at(placed.at)} 0) (unit ${number}) (in_bom yes) (on_board yes)`,
    `(uuid ${symbolId(unit)})`,
    property('Reference', placed.ref, 0, effects, 0),
    property('Value', component.value, 1, effects, 1.5),
    property('Footprint', '', 2, hidden, 0),
    property('Datasheet', '', 3, hidden, 0),
    property('Part', component.part, 4, hidden, 0),
    ...Object.values(placed.pinOf).map(
      (pin) => `(pin ${quoted(pin)} (uuid ${uuid(`pin ${placed.ref} ${number} ${pin}`)}))`,
    ),
    ')',
  ];
}

const labelAngle: Readonly<Record<Direction, string>> = {
  right: '0) (effects (font (size 1.27 1.27)) (justify left',
  up: '90) (effects (font (size 1.27 1.27)) (justify left',
  left: '180) (effects (font (size 1.27 1.27)) (justify right',
  down: '270) (effects (font (size 1.27 1.27)) (justify right',
};

const head = (id: string, size: Point, title: string): string[] => [
  '(kicad_sch (version 20211123) (generator contrast_companion)',
  `(uuid ${id})`,
  `(paper "User" ${mm(size[0])} ${mm(size[1])})`,
  `(title_block (title ${quoted(title)}))`,
];

const wireLook = '(stroke (width 0) (type default) (color 0 0 0 0))';

function lines(sheet: Sheet): string[] {
  const wires = new Map(piecesOf(sheet).map((piece) => [piece.map(at).join(' '), piece]));
  const id = (kind: string, name: string): string =>
    `(uuid ${uuid(`${kind} ${sheet.title} ${name}`)})`;
  return [
    ...dotsOf(sheet).map(
      (dot) => `(junction (at ${at(dot)}) (diameter 0) (color 0 0 0 0) ${id('dot', at(dot))})`,
    ),
    ...[...wires].map(
      ([name, [from, to]]) =>
        `(wire (pts (xy ${at(from)}) (xy ${at(to)})) ${wireLook} ${id('wire', name)})`,
    ),
    ...sheet.flags.map(
      ({ net, at: where, towards }) =>
        `(global_label ${quoted(net)} (shape passive) (at ${at(where)} ${labelAngle[towards]})) ${id('flag', `${net} ${at(where)}`)})`,
    ),
    ...sheet.notes
      .filter(({ text }) => text !== '')
      .map(
        ({ text, at: where }) =>
          `(text ${quoted(text)} (at ${at(where)} 0) (effects (font (size 1.27 1.27)) (justify left)) ${id('note', text)})`,
      ),
  ];
}

function sheetFile(
  sheet: Sheet,
  units: readonly Unit[],
  parts: ReadonlyMap<string, Component>,
  heading: string,
): string {
  const own = units.filter(({ sheetId }) => sheetId === sheetIdOf(sheet));
  const refs = [...new Set(own.map(({ placed }) => placed.ref))];
  return [
    ...head(uuid(`file ${sheet.title}`), [220, 155.5], `${heading}, sheet ${sheet.title}`),
    '(lib_symbols',
    ...refs.flatMap((ref) => librarySymbol(ref, units)),
    ')',
    ...lines(sheet),
    ...own.flatMap((unit) => instance(unit, parts.get(unit.placed.ref)!)),
    ')',
    '',
  ].join('\n');
}

/** The sheet that holds the others, with the reference of every symbol. */
function rootFile(
  sheets: readonly { readonly file: string; readonly sheet: Sheet }[],
  units: readonly Unit[],
  parts: ReadonlyMap<string, Component>,
  heading: string,
): string {
  return [
    ...head(uuid('root'), [110, 78], heading),
    '(lib_symbols)',
    ...sheets.flatMap(({ file, sheet }, index) => [
      `(sheet (at ${at([10, 10 + 18 * index])}) (size ${at([60, 10])}) (stroke (width 0.2) (type solid) (color 0 0 0 0)) (fill (color 0 0 0 0))`,
      `(uuid ${sheetIdOf(sheet)})`,
      `(property "Sheet name" ${quoted(sheet.title)} (id 0) (at ${at([10, 9.5 + 18 * index])} 0) (effects (font (size 1.27 1.27)) (justify left bottom)))`,
      `(property "Sheet file" ${quoted(`${file}.kicad_sch`)} (id 1) (at ${at([10, 20.5 + 18 * index])} 0) (effects (font (size 1.27 1.27)) (justify left top)))`,
      ')',
    ]),
    '(sheet_instances (path "/" (page "0"))',
    ...sheets.map(({ sheet }, index) => `(path "/${sheetIdOf(sheet)}" (page "${index + 1}"))`),
    ')',
    '(symbol_instances',
    ...units.map((unit) => {
      const { ref } = unit.placed;
      return `(path "/${unit.sheetId}/${symbolId(unit)}" (reference ${quoted(ref)}) (unit ${unit.number}) (value ${quoted(parts.get(ref)!.value)}) (footprint ""))`;
    }),
    '))',
    '',
  ].join('\n');
}

/** All files of the KiCad schematic, by name. */
export function kicadFiles(
  sheets: readonly { readonly file: string; readonly sheet: Sheet }[],
  components: readonly Component[],
  heading: string,
): { readonly name: string; readonly text: string }[] {
  const parts = new Map(components.map((component) => [component.ref, component]));
  const units = unitsOf(sheets.map(({ sheet }) => sheet));
  return [
    { name: 'contrast-board.kicad_sch', text: rootFile(sheets, units, parts, heading) },
    ...sheets.map(({ file, sheet }) => ({
      name: `${file}.kicad_sch`,
      text: sheetFile(sheet, units, parts, heading),
    })),
  ];
}

/** The netlist that KiCad’s board editor reads. */
export function kicadNetlist(
  components: readonly Component[],
  nets: ReadonlyMap<string, readonly string[]>,
): string {
  const node = (pin: string): string => {
    const dot = pin.indexOf('.');
    return `(node (ref ${quoted(pin.slice(0, dot))}) (pin ${quoted(pin.slice(dot + 1))}))`;
  };
  return [
    '(export (version "E")',
    '(components',
    ...components.map(
      ({ ref, value, part, place }) =>
        `(comp (ref ${quoted(ref)}) (value ${quoted(value)}) (property (name "Part") (value ${quoted(part)}))${place === undefined ? '' : ` (property (name "Place") (value ${quoted(place)}))`})`,
    ),
    ')',
    '(nets',
    ...[...nets].map(
      ([net, pins], index) =>
        `(net (code ${quoted(String(index + 1))}) (name ${quoted(net)}) ${pins.map(node).join(' ')})`,
    ),
    '))',
    '',
  ].join('\n');
}
