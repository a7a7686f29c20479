import { benchFinding } from "./documents-found.ts";
import { benchReading } from "./documents-reading.ts";
import { machine } from "./machine.ts";

/* `npm run bench:documents`: what is found in documents; reading print beside @gutenye/ocr-node, on the same pictures in the same run. */
console.log(machine());
await benchFinding();
await benchReading();
