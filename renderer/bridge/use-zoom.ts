import {
  type PointerEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";
import { MIDDLE, moved, type Room, type Spot, WHOLE, zoomed } from "./zoom-view.ts";

/** One step of a key or a button. */
const STEP = 1.5;
/** A mouse wheel's notch is 100–120 pixels of "delta", a pinch on a touch pad a few: e^(100/400) = 1.28. */
const WHEEL_PX = 400;
/** One step of Shift and an arrow, in CSS pixels. */
const MOVE_PX = 80;
const CLOSE = 3;

/** A picture that is looked at closely: wheel, pinch, drag, double click, and the same for keys. */
export function useZoom(
  room: RefObject<HTMLElement | null>,
  picture: RefObject<HTMLElement | null>,
) {
  const [view, setView] = useState(WHOLE);
  const fingers = useRef(new Map<number, Spot>());
  const zoom = (factor: number, spot: Spot = MIDDLE) =>
    setView((now) => zoomed(now, factor, spot, measured(room.current, picture.current)));
  const move = (x: number, y: number) =>
    setView((now) => moved(now, { x, y }, measured(room.current, picture.current)));

  const turnWheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault(); // a browser would enlarge the whole page
    zoom(Math.exp(-event.deltaY / WHEEL_PX), spotOf(event, room.current));
  });
  useEffect(() => {
    const element = room.current;
    const turn = (event: WheelEvent) => turnWheel(event);
    element?.addEventListener("wheel", turn, { passive: false });
    return () => element?.removeEventListener("wheel", turn);
  }, [room]);

  const drag = (event: PointerEvent) => {
    const before = fingers.current.get(event.pointerId);
    if (before === undefined) return;
    const now = spotOf(event, room.current);
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
    fingers.current.set(event.pointerId, now);
    if (other === undefined) move(now.x - before.x, now.y - before.y);
    else zoom(distance(now, other) / Math.max(1, distance(before, other)), between(now, other));
  };
  const lift = (event: PointerEvent) => void fingers.current.delete(event.pointerId);
  return {
    view,
    zoomIn: () => zoom(STEP),
    zoomOut: () => zoom(1 / STEP),
    whole: () => setView(WHOLE),
    /** Steps to the right and down. */
    step: (right: number, down: number) => move(-MOVE_PX * right, -MOVE_PX * down),
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        if (event.button === 0) fingers.current.set(event.pointerId, spotOf(event, room.current));
      },
      onPointerMove: drag,
      onPointerUp: lift,
      onPointerCancel: lift,
      onPointerLeave: lift,
      onDoubleClick: (event: { readonly clientX: number; readonly clientY: number }) =>
        view.scale > 1 ? setView(WHOLE) : zoom(CLOSE, spotOf(event, room.current)),
    },
  };
}

/** The picture's own size: how it is laid out, not how it is enlarged. */
const measured = (room: HTMLElement | null, picture: HTMLElement | null): Room => ({
  width: room?.clientWidth ?? 0,
  height: room?.clientHeight ?? 0,
  picture: { width: picture?.offsetWidth ?? 0, height: picture?.offsetHeight ?? 0 },
});

function spotOf(
  at: { readonly clientX: number; readonly clientY: number },
  room: HTMLElement | null,
): Spot {
  const { left = 0, top = 0, width = 0, height = 0 } = room?.getBoundingClientRect() ?? {};
  return { x: at.clientX - left - width / 2, y: at.clientY - top - height / 2 };
}

const distance = (a: Spot, b: Spot): number => Math.hypot(a.x - b.x, a.y - b.y);
const between = (a: Spot, b: Spot): Spot => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
