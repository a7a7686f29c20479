import { TROUBLES } from "./faults.ts";
import { trySlice } from "./slice.ts";

/* Full disks, closed folders, other programs, harmed files; `npm run faults` tries more of each. */
trySlice(TROUBLES);
