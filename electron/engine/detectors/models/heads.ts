import { type Convolution, convolve, turnFilters } from "./layers.ts";
import type { Graph, Value } from "./onnx.ts";
import type { Weights } from "./weights.ts";

/*
 * What follows the feature maps of a single-shot detector: for each cell and each of its anchors a
 * score and a box. Anchors are laid out anew for whatever size the picture has, so that one network
 * sees 192 × 192 as well as 1024 × 768; face-api's file holds those of 512 × 512 only.
 */

/** The anchors of one feature map, in pixels. */
export interface Anchors {
  /** A cell looks at a square of so many pixels; anchors stand at its centre. */
  readonly cellPx: number;
  /** Height and width of each. */
  readonly sizes: readonly (readonly [number, number])[];
}

/** Side of the pictures that the detector was trained on and its file's anchors are made for. */
const TRAINED_PX = 512;
/** Anchors for each cell of the six feature maps. */
const PER_CELL = [3, 6, 6, 6, 6, 6];
const FIRST_CELL_PX = 16;

/** Anchors by feature map, read off the first cell of each in the file's list. */
export function readAnchors(weights: Weights): readonly Anchors[] {
  const corners = weights.of("Output/extra_dim").data;
  let at = 0;
  return PER_CELL.map((count, n) => {
    const cellPx = FIRST_CELL_PX << n;
    const sizes = Array.from({ length: count }, (_, k) => {
      const [top = 0, left = 0, bottom = 0, right = 0] = corners.subarray(4 * (at + k));
      return [(bottom - top) * TRAINED_PX, (right - left) * TRAINED_PX] as const;
    });
    at += count * (TRAINED_PX / cellPx) ** 2;
    return { cellPx, sizes };
  });
}

interface Head {
  /** `[1, n]`. */
  readonly scores: Value;
  /** `[1, n, 4]`: top, left, bottom, right in pixels. */
  readonly boxes: Value;
}

/** Scores and boxes of one feature map. */
export function headOf(
  graph: Graph,
  weights: Weights,
  feature: Value,
  n: number,
  anchors: Anchors | undefined,
): Head {
  if (anchors === undefined) throw new Error(`no anchors for feature map ${n}`);
  const predict = (what: string, isKept: (channel: number) => boolean) => {
    const name = `Prediction/BoxPredictor_${n}/${what}`;
    const conv = channelsOf(weights, name, isKept);
    return graph.step("Transpose", [convolve(graph, feature, conv)], { perm: [0, 2, 3, 1] });
  };
  // Of the three classes (nothing, face, one that was never used) only the second is asked for.
  const logits = predict("ClassPredictor", (channel) => channel % 3 === 1);
  const scores = graph.step("Sigmoid", [logits]);
  return {
    scores: graph.step("Reshape", [scores, graph.ints([1, -1])]),
    boxes: decode(
      graph,
      predict("BoxEncodingPredictor", () => true),
      anchors,
    ),
  };
}

export function joinHeads(graph: Graph, heads: readonly Head[]): void {
  const join = (values: readonly Value[]) => graph.step("Concat", values, { axis: 1 });
  graph.output("scores", join(heads.map(({ scores }) => scores)), [1, "boxes"]);
  graph.output("boxes", join(heads.map(({ boxes }) => boxes)), [1, "boxes", 4]);
}

/** A convolution of 1 × 1 with only those of its output channels that are needed. */
function channelsOf(
  weights: Weights,
  name: string,
  isKept: (channel: number) => boolean,
): Convolution {
  const { data, dims } = turnFilters(weights.of(`${name}/weights`));
  const each = dims[1] ?? 1;
  const { data: bias } = weights.of(`${name}/biases`);
  const kept = [...bias.keys()].filter(isKept);
  const filters = new Float32Array(kept.length * each);
  for (const [row, channel] of kept.entries()) {
    filters.set(data.subarray(channel * each, (channel + 1) * each), row * each);
  }
  return {
    filters: { data: filters, dims: [kept.length, each, 1, 1] },
    bias: Float32Array.from(kept, (channel) => bias[channel] ?? 0),
    stride: 1,
    groups: 1,
  };
}

/** How far a box may be moved and stretched is learned in these fractions of its anchor. */
const MOVE = 10;
const STRETCH = 5;

/** Boxes from `[1, height, width, 4 * anchors]`: for each anchor its move down and right, its stretch in height and width. */
function decode(graph: Graph, encoded: Value, { cellPx, sizes }: Anchors): Value {
  const count = sizes.length;
  const shape = graph.step("Shape", [encoded]);
  const parts = graph.step("Reshape", [encoded, graph.ints([0, 0, -1, count, 4])]);
  const part = (n: number) =>
    graph.step("Slice", [parts, graph.ints([n]), graph.ints([n + 1]), graph.ints([4])]);
  /** Centres in pixels of the cells along one axis of the map. */
  const centres = (axis: 1 | 2) => {
    const cells = graph.step("Gather", [shape, graph.ints([axis], [])], { axis: 0 });
    const range = graph.step("Range", [graph.ints([0], []), cells, graph.ints([1], [])]);
    const floats = graph.step("Cast", [range], { to: 1 });
    const starts = graph.step("Mul", [floats, graph.floats([cellPx], [])]);
    const middles = graph.step("Add", [starts, graph.floats([cellPx / 2], [])]);
    return graph.step("Reshape", [
      middles,
      graph.ints(axis === 1 ? [1, -1, 1, 1, 1] : [1, 1, -1, 1, 1]),
    ]);
  };
  /** Both ends of the boxes along one axis. */
  const ends = (axis: 1 | 2, anchor: readonly number[]) => {
    const dims = [1, 1, 1, count, 1];
    const move = graph.floats(
      anchor.map((px) => px / MOVE),
      dims,
    );
    const half = graph.floats(
      anchor.map((px) => px / 2),
      dims,
    );
    const moved = graph.step("Mul", [part(axis - 1), move]);
    const middle = graph.step("Add", [centres(axis), moved]);
    const stretch = graph.step("Div", [part(axis + 1), graph.floats([STRETCH], [])]);
    const reach = graph.step("Mul", [graph.step("Exp", [stretch]), half]);
    return [graph.step("Sub", [middle, reach]), graph.step("Add", [middle, reach])] as const;
  };
  const [top, bottom] = ends(
    1,
    sizes.map(([height]) => height),
  );
  const [left, right] = ends(
    2,
    sizes.map(([, width]) => width),
  );
  const boxes = graph.step("Concat", [top, left, bottom, right], { axis: 4 });
  return graph.step("Reshape", [boxes, graph.ints([1, -1, 4])]);
}
