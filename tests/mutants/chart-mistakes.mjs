/** Deliberate mistakes in a statechart: a transition deleted or retargeted, a guard or an action dropped, a permission changed. */

const permissions = ['none', 'coolPulse', 'cool', 'heatAndCool'];

const nameOf = (property) => property.key?.name ?? property.key?.value;
const propertyOf = (object, name) =>
  object.properties?.find((property) => nameOf(property) === name)?.value;

/** The states of the machine that a file creates, each as `#machine.state.child`. */
export function statesOf(tree) {
  const created = tree.body
    .flatMap((statement) => statement.declaration?.declarations ?? statement.declarations ?? [])
    .map(({ init }) => init)
    .find(
      (init) => init?.type === 'CallExpression' && init.callee.property?.name === 'createMachine',
    );
  if (created === undefined) return [];
  const [chart] = created.arguments;
  const below = (object, path) =>
    (propertyOf(object, 'states')?.properties ?? []).flatMap((property) => {
      const own = `${path}.${nameOf(property)}`;
      const children = below(property.value, own);
      return children.length > 0 ? children : [own];
    });
  return below(chart, `#${propertyOf(chart, 'id').value}`);
}

const lastOf = (target) => target.split('.').at(-1);

/** The states before and after the right one, in the order of the file. */
function otherTargets(target, states) {
  const at = states.findIndex((state) => lastOf(state) === lastOf(target));
  if (at < 0) return [];
  const others = [states.at(at - 1), states[(at + 1) % states.length]];
  return [...new Set(others)].filter((state) => lastOf(state) !== lastOf(target));
}

const isEvent = (name) => /^[A-Z][A-Z_]+$/.test(name ?? '');
const isOn = (node) => node?.type === 'Property' && nameOf(node) === 'on';

/** What to change in the text, to what, and what that is, for one node. */
export function chartMistakes({ node, around }, states) {
  if (node.type === 'ArrayExpression') return alternativesOf(node, around);
  if (node.type === 'SpreadElement') {
    const among = around.at(-1).properties ?? [];
    const ofEvents = isOn(around.at(-2)) || among.some((property) => isEvent(nameOf(property)));
    return ofEvents ? [[node, '...{}', `...${node.argument.name} is deleted`]] : [];
  }
  if (node.type !== 'Property' || node.value === null) return [];
  const siblings = propertyOf(around.at(-1), 'states')?.properties.map(nameOf) ?? [];
  return ofProperty(node, states, siblings, ` (in ${whereIs(around)})`);
}

function ofProperty(node, states, siblings, where) {
  const name = nameOf(node);
  const said = node.value.value;
  if (isEvent(name)) {
    const deleted = [node, '...{}', `${name} is deleted${where}`];
    const retargeted = typeof said === 'string' ? retarget(node.value, name, states, where) : [];
    return [deleted, ...retargeted];
  }
  switch (name) {
    case 'guard':
      return [[node, '...{}', `the guard ${said} is dropped${where}`]];
    case 'actions':
      return [[node, '...{}', `the actions are dropped${where}`]];
    case 'target':
      return retarget(node.value, name, states, where);
    case 'initial':
      return beginElsewhere(node.value, siblings, where);
    case 'permission':
      return permissions
        .filter((other) => Math.abs(permissions.indexOf(other) - permissions.indexOf(said)) === 1)
        .map((other) => [node.value, `'${other}'`, `permission ${said} → ${other}${where}`]);
    default:
      return [];
  }
}

const retarget = (value, name, states, where) =>
  otherTargets(value.value, states).map((state) => [
    value,
    `'${state}'`,
    `${name} ${value.value} → ${state}${where}`,
  ]);

const beginElsewhere = (value, siblings, where) =>
  siblings
    .filter((state) => state !== value.value)
    .map((state) => [value, `'${state}'`, `initial ${value.value} → ${state}${where}`]);

/** Each alternative of a transition left out. */
function alternativesOf(node, around) {
  const isAlternative = (element) => ['guard', 'target'].some((name) => propertyOf(element, name));
  if (!node.elements.some(isAlternative)) return [];
  const owner = around.findLast(({ type }) => /^(?:Property|VariableDeclarator)$/.test(type));
  const name = nameOf(owner) ?? owner.id.name;
  return node.elements.map((element, index) => [
    element,
    '...[]',
    `alternative ${index + 1} of ${name} is left out (in ${whereIs(around)})`,
  ]);
}

/** The names of the properties around a node, and the constant that holds them. */
function whereIs(around) {
  const names = around
    .filter(({ type }) => type === 'Property' || type === 'VariableDeclarator')
    .map((node) => nameOf(node) ?? node.id.name);
  return names.filter((name) => name !== 'states' && name !== 'on').join(' ');
}
