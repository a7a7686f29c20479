import sharp from "sharp";

/* An analyst has one core and its own memory limit: no threads, nothing kept from the last photo. */
sharp.concurrency(1);
sharp.cache(false);

export { sharp };
