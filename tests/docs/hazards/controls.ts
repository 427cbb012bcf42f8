/** Every control that the hazard log may name, by `kind:name`. */
import type { ControlTable } from './control.ts';
import { boardPartControls } from './board-part-controls.ts';
import { guardControls, stageControls } from './guard-controls.ts';
import { lawControls } from './law-controls.ts';
import { measureControls } from './measure-controls.ts';
import { alarmControls, partControls, rowControls, stepControls } from './other-controls.ts';
import { ruleControls } from './rule-controls.ts';

export const controls: ControlTable = {
  ...lawControls,
  ...ruleControls,
  ...guardControls,
  ...boardPartControls,
  ...stageControls,
  ...measureControls,
  ...alarmControls,
  ...rowControls,
  ...partControls,
  ...stepControls,
};
