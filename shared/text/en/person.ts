/** Looking for photos of one person. */
export const person = {
  find: "Find photos of this person",
  pick: "Find photos of one of them",
  face: "Find photos of this person: face {{number}}",
  title: "Find photos of this person?",
  text: "Safelight will measure the faces in your photos and compare them with this one. Such measurements are as personal as a fingerprint.",
  memory:
    "They are made now, for this search alone, and kept only in memory. Nothing of them is ever written to the disk or sent anywhere. Close this page or press “Forget”, and they are gone.",
  mistakes:
    "Faces can be mixed up: children, brothers and sisters, blurred or small faces most of all. Look at the result before you do anything with it.",
  whereFolder: "Only in “{{name}}”",
  whereAll: "In all photos",
  where: "Where to look",
  start: "Measure and compare",
  running: "Comparing faces: {{done}} of {{total}} photos",
  done_one: "Found in {{count}} photo",
  done_other: "Found in {{count}} photos",
  soFar_one: "{{count}} photo so far",
  soFar_other: "{{count}} photos so far",
  stopped: "Comparing was stopped",
  failed: "This face could not be compared",
  unclear_one: "{{count}} photo could not be compared",
  unclear_other: "{{count}} photos could not be compared",
  onlyMemory: "Known only to this page, in memory",
  stop: "Stop",
  forget: "Forget",
  see: "See the photos",
  album: "Photos of one person",
  goneTitle: "This search has been forgotten",
  goneText:
    "What was measured of faces is never kept. To see these photos again, choose the face once more.",
} as const;

/** The same on the command line. */
export const findPerson = {
  about: "Find the photos that show the same person; faces are measured in memory and never stored",
  file: "a photo in which the person is",
  folders: "folders to look in; the photo’s own folder where none is given",
  face: "which face, counted from 1 in the order that scan --json lists them",
  wrongFace: "A face has a number from 1 on.",
  none: "No face was found in this photo.",
  which: "There are {{count}} faces in this photo. Say which one with --face:",
  line: "{{number}}: at {{x}}, {{y}}, {{width}} × {{height}} pixels",
  progress: "{{done}} of {{total}} photos compared",
  found_one: "{{count}} photo shows this person; {{unclear}} could not be compared.",
  found_other: "{{count}} photos show this person; {{unclear}} could not be compared.",
} as const;
