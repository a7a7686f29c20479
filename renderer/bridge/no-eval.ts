import { z } from "zod";

/*
 * zod speeds itself up by making functions from text, which this page's policy forbids. Told so
 * before the first schema is made, it does not even try. Must be the first import of the page.
 */
z.config({ jitless: true });
