import { type RefObject, useEffect, useRef } from "react";

/** For a heading that a screen reader is to begin with: it gets the focus whenever `what` is another. */
export function useFocusFor(what: string | null): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (what !== null) heading.current?.focus();
  }, [what]);
  return heading;
}
