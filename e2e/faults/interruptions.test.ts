import { INTERRUPTIONS } from "./faults.ts";
import { trySlice } from "./slice.ts";

/* The program, its analysts or the whole machine stop at any instant; `npm run faults` tries them all. */
trySlice(INTERRUPTIONS);
