/** How bad something is: a word for the badge and a sentence for whoever asks. */
export const severity = {
  none: { name: "Nothing found", hint: "Nothing was found that would give you away." },
  low: { name: "Minor", hint: "Harmless by itself, but it tells a little about you." },
  medium: { name: "Take care", hint: "Better removed before strangers see the photo." },
  high: { name: "Dangerous", hint: "Tells strangers something they could use against you." },
  critical: { name: "Act now", hint: "Could do real harm in the wrong hands." },
} as const;

/** What sort of thing was found. `name` fits on a small label; `question` says what it answers. */
export const kind = {
  location: { name: "Location", question: "Where was this taken?" },
  identity: { name: "Identity", question: "Who took it, who is in it?" },
  device: { name: "Device", question: "Which phone or camera was it?" },
  time: { name: "Time", question: "When was this?" },
  thumbnail: { name: "Small copies", question: "Is an older picture still inside?" },
  "hidden-data": { name: "Hidden data", question: "What else lies in the file?" },
  face: { name: "Faces", question: "Whose face can be seen?" },
  document: { name: "Documents", question: "Is an ID card or paper in the picture?" },
  "personal-text": { name: "Personal text", question: "Can numbers or names be read?" },
  barcode: { name: "Codes", question: "Is there a code that can be scanned?" },
  unseen: { name: "Not seen", question: "What could not be looked at?" },
} as const;

/** One thing a photo gives away: its plain name, and why that matters. */
export const finding = {
  face: {
    name: "A face",
    why: "Anyone can recognise this person, and programs can find the same face in other pictures.",
  },
  "picture-waiting": {
    name: "Not looked at yet",
    why: "The file was read, but nobody has looked yet at what the picture shows. A scan does.",
  },
  "picture-unseen": {
    name: "Not looked at",
    why: "This picture could not be opened to look at what it shows. Nobody knows whether there are faces or papers in it.",
  },
  "frames-unseen": {
    name: "Only the first picture was looked at",
    why: "This file has several pages or moving pictures. What the others show, nobody has looked at.",
  },
  "print-unread": {
    name: "Not read to the end",
    why: "There is more print in this picture than could be read in the time for one photo. Look at it yourself.",
  },
  child: {
    name: "A child's face",
    why: "Looks like a child, who cannot decide about being shown. Strangers should not get such pictures. Age is only guessed from looks.",
  },
  "possible-child": {
    name: "Perhaps a child's face",
    why: "May be a child or a young grown-up: that cannot be told for certain, so better treat it as a child's picture.",
  },
  elderly: {
    name: "An old person's face",
    why: "Looks like an old person. Swindlers look for the old and their families. Age is only guessed from looks.",
  },
  "possible-elderly": {
    name: "Perhaps an old person's face",
    why: "May be an old person: that cannot be told for certain. Swindlers look for the old and their families.",
  },
  portrait: {
    name: "A portrait on a paper",
    why: "The small picture on a card or paper. It belongs to the paper, which is the greater danger.",
  },
  gps: {
    name: "The exact place",
    why: "Anyone who gets this photo can see on a map where it was taken, often down to the house. Pictures taken at home give your address away.",
  },
  "place-name": {
    name: "A place in words",
    why: "The town, street or sight is written into the file and tells where you were.",
  },
  country: { name: "The country", why: "Tells which country you were in." },
  "owner-name": {
    name: "The owner's name",
    why: "The camera wrote its owner's name into the photo.",
  },
  author: { name: "The author's name", why: "Tells strangers who took this photo." },
  copyright: { name: "A copyright line", why: "Usually holds a full name, sometimes an address." },
  caption: { name: "A caption", why: "A description that may name people and places." },
  comment: { name: "A comment", why: "A note inside the file that you do not see in the picture." },
  keywords: {
    name: "Keywords",
    why: "Words for searching that often name people, places and events.",
  },
  "person-name": {
    name: "Names of people",
    why: "The names of people in the picture are written into the file. They did not choose to be named.",
  },
  "face-region": {
    name: "Marked faces",
    why: "A program marked where each face is, often together with a name.",
  },
  contact: {
    name: "Contact details",
    why: "An address, phone number or e-mail that swindlers could use.",
  },
  "host-computer": {
    name: "The computer's name",
    why: "Names the phone or computer this was made on. Many bear their owner's name.",
  },
  "serial-number": {
    name: "A serial number",
    why: "The same number is in every photo of this camera. It ties all of them together, and to you.",
  },
  "device-model": { name: "The phone or camera", why: "Tells which device you use." },
  "motion-sensor": {
    name: "How it was held",
    why: "Measurements of the device's movement. They help to recognise the device.",
  },
  software: {
    name: "The program used",
    why: "Tells which app or system the picture went through.",
  },
  "unique-id": {
    name: "An identifying number",
    why: "A number that recognises this one picture wherever it turns up.",
  },
  "live-photo": {
    name: "The link of a Live Photo",
    why: "The same number is in the still and in its film. It holds the two together: without it they stay two separate files, a still and a short film, and no app plays them as one.",
  },
  "capture-time": {
    name: "When it was taken",
    why: "The day and the second. Many photos together show your daily habits.",
  },
  "modify-time": { name: "When it was changed", why: "Tells when the picture was last edited." },
  "embedded-thumbnail": {
    name: "A small copy of the picture",
    why: "May still show what was cropped or painted over in the big picture.",
  },
  "thumbnail-differs": {
    name: "A small copy of another picture",
    why: "The small copy inside shows something else than the picture: perhaps what was cropped away or painted over. Anyone can look at it.",
  },
  "embedded-preview": {
    name: "A preview picture",
    why: "A second picture in the file. It may show what was cropped away.",
  },
  "maker-note": {
    name: "The maker's own notes",
    why: "Data that only the camera's maker understands. It often holds serial numbers and settings.",
  },
  "edit-history": {
    name: "What was edited",
    why: "A list of the steps by which this picture was changed.",
  },
  "document-id": {
    name: "A document number",
    why: "Ties this picture to other files from the same edit.",
  },
  "ai-record": {
    name: "A record of AI use",
    why: "Holds the words the picture was asked for with, or the program that made it.",
  },
  "content-credentials": {
    name: "Content credentials",
    why: "A signed record of where the picture comes from. It may name you, your device and your programs.",
  },
  "trailing-data": {
    name: "Data after the picture",
    why: "Something was hung on behind the end of the picture. It is invisible, but it travels along.",
  },
  "embedded-image": {
    name: "Another picture inside",
    why: "A whole second picture that you do not see.",
  },
  "embedded-video": {
    name: "A video inside",
    why: "A moving photo: some seconds of film, often with sound, hidden behind the picture.",
  },
  "vendor-block": {
    name: "The maker's data block",
    why: "Extra data of the camera's or phone's maker. What is in it cannot be told for certain.",
  },
  "unknown-block": {
    name: "Unknown data",
    why: "Nobody can say what is in it, so it is safer without.",
  },
  "unknown-tag": {
    name: "An unknown entry",
    why: "Its meaning is not public, so it is safer without.",
  },
  "unreadable-block": {
    name: "Unreadable data",
    why: "This part is damaged or packed in an unknown way. It may hold anything.",
  },
  "timed-metadata": {
    name: "A track through the film",
    why: "Records for every moment, such as the way you went.",
  },
  geotiff: { name: "A map position", why: "Places the picture on the map." },
  script: {
    name: "A small program",
    why: "Program code inside the file, which pictures have no need of.",
  },
  sidecar: {
    name: "A note file beside it",
    why: "A file of the same name lies beside the photo and holds the same details.",
  },
  other: {
    name: "Something else",
    why: "Tells strangers more than they need to know.",
  },
} as const;

/** What a cleaned photo keeps. */
export const stays = {
  pixels: "The picture itself, untouched to the last dot",
  repainted: "The picture as it looks, saved anew in high quality",
  orientation: "Which way up it is",
  "colour-profile": "Its true colours",
  "gain-map": "Its brightness (HDR)",
  "capture-time": "The day and time it was taken",
  resolution: "Its print size",
  animation: "Its movement",
  "drawn-box": "The areas you marked",
  other: "What is needed to show the picture",
} as const;
