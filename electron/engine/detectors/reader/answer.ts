import type { Network, Tensor } from "../detector.ts";

/** What a network with one input and one output says. */
export async function answerOf(
  network: Network,
  data: Float32Array,
  dims: readonly number[],
): Promise<Float32Array> {
  const [answer, ...more]: readonly Tensor[] = Object.values(
    await network.run({ x: { data, dims } }),
  );
  if (!(answer?.data instanceof Float32Array) || more.length > 0) {
    throw new TypeError("not what a network of the reader's answers");
  }
  return answer.data;
}
