/**
 * Of each detector, raised when it finds more or otherwise than before: photos that an older one has
 * looked at are looked at again. Apart from the detectors, so that whoever compares versions need not
 * load what reads pictures. `documents` and `text` come from the same print.
 */
export const DETECTOR_VERSIONS = { faces: 2, documents: 3, text: 3, barcodes: 1 } as const;
