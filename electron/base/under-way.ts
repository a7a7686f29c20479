/**
 * Adds work to what is under way. It leaves when it is done; one that failed stays, so that whoever
 * waits for any or for all of it hears of that, and nobody is told of a failure that nobody awaits.
 */
export function addWork(
  underWay: Set<Promise<void>>,
  work: Promise<void>,
  done: () => void = () => {},
) {
  underWay.add(work);
  work.then(
    () => {
      underWay.delete(work);
      done();
    },
    () => {},
  );
}
