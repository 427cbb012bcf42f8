/**
 * Layered skin with perfusion and metabolism (Pennes 1948), as conductances between cells. Cell 0
 * is the surface, behind the last cell lies the core.
 */
import type { PlantParameters } from './parameters.ts';

export interface SkinLadder {
  readonly count: number;
  readonly capacityJPerK: Float64Array;
  /**
   * `linkWPerK[i]` joins cell i−1 to cell i; 0 is the full contact with the plate, `count` the
   * core.
   */
  readonly linkWPerK: Float64Array;
  readonly perfusionWPerK: Float64Array;
  readonly metabolicW: Float64Array;
  readonly exposedWPerK: number;
  /** Share of the drop from cell 0 to the plate that lies inside the skin. */
  readonly surfaceShare: number;
}

export function skinLadder(parameters: PlantParameters): SkinLadder {
  const { skin, plate } = parameters;
  const count = skin.layers.length;
  const capacityJPerK = new Float64Array(count);
  const linkWPerK = new Float64Array(count + 1);
  const perfusionWPerK = new Float64Array(count);
  const metabolicW = new Float64Array(count);
  const contactM2KPerW = 1 / skin.contactWPerM2K;
  let beforeM2KPerW = contactM2KPerW;
  let surfaceShare = 0;
  for (const [index, layer] of skin.layers.entries()) {
    const volumeM3 = layer.thicknessM * plate.areaM2;
    const halfM2KPerW = layer.thicknessM / (2 * layer.conductivityWPerMK);
    if (index === 0) surfaceShare = halfM2KPerW / (contactM2KPerW + halfM2KPerW);
    capacityJPerK[index] = layer.densityKgPerM3 * layer.heatCapacityJPerKgK * volumeM3;
    linkWPerK[index] = plate.areaM2 / (beforeM2KPerW + halfM2KPerW);
    perfusionWPerK[index] = layer.perfusionPerS * skin.bloodCapacityJPerM3K * volumeM3;
    metabolicW[index] = layer.metabolicWPerM3 * volumeM3;
    beforeM2KPerW = halfM2KPerW;
  }
  linkWPerK[count] = plate.areaM2 / beforeM2KPerW;
  // Written out: a spread would give each ladder a shape of its own, which slows down every look at it.
  return {
    count,
    capacityJPerK,
    linkWPerK,
    perfusionWPerK,
    metabolicW,
    exposedWPerK: skin.exposedWPerM2K * plate.areaM2,
    surfaceShare,
  };
}

/**
 * Steady temperatures of skin that loses heat to one outside temperature: air, or a plate that is
 * held. The ladder is a tridiagonal system, solved by elimination from the surface inwards.
 * @param outsideWPerK conductance from cell 0 to `outsideC`
 */
export function steadySkin(
  ladder: SkinLadder,
  parameters: PlantParameters,
  outsideWPerK: number,
  outsideC: number,
): Float64Array {
  const { count, linkWPerK, perfusionWPerK, metabolicW } = ladder;
  const { arterialC, coreC } = parameters.skin;
  const diagonal = new Float64Array(count);
  const source = new Float64Array(count);
  for (let i = 0; i < count; i += 1) {
    const towardsSurface = i === 0 ? outsideWPerK : linkWPerK[i]!;
    const perfusion = perfusionWPerK[i]!;
    diagonal[i] = towardsSurface + linkWPerK[i + 1]! + perfusion;
    source[i] = metabolicW[i]! + perfusion * arterialC;
    if (i === 0) source[i]! += outsideWPerK * outsideC;
    if (i === count - 1) source[i]! += linkWPerK[count]! * coreC;
    if (i > 0) {
      const ratio = towardsSurface / diagonal[i - 1]!;
      diagonal[i]! -= ratio * towardsSurface;
      source[i]! += ratio * source[i - 1]!;
    }
  }
  const cells = new Float64Array(count);
  for (let i = count - 1; i >= 0; i -= 1) {
    const inner = i === count - 1 ? 0 : linkWPerK[i + 1]! * cells[i + 1]!;
    cells[i] = (source[i]! + inner) / diagonal[i]!;
  }
  return cells;
}
