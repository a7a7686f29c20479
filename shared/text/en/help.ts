/** The help's frame, and the cards of the first start. */
export const help = {
  title: "Help",
  lead: "What photos give away, what thieves do with it, and what you can do.",
  topics: "Why is this dangerous?",
  more: "More help",
  back: "All of the help",
  thieves: "What a thief does with it",
  cures: "What you can do",
  source: "Where this stands",
  link: "Why is this dangerous?",
  linkOf: "Why is this dangerous? {{topic}}",
  appsGood: "Signs of a careful app",
  appsBad: "Warning signs",
  tour: "Show the introduction again",
} as const;

export const tour = {
  label: "Introduction",
  step: "{{step}} of {{steps}}",
  next: "Next",
  back: "Back",
  close: "Close the introduction",
  done: "Let’s begin",
  title1: "Photos carry more than you see",
  text1:
    "Where you live, which phone you own, an identity card on the table: much of it is invisible, but everyone who gets the file can read it.",
  title2: "First, only look",
  text2:
    "Choose a folder. Safelight looks through it on this computer, without the internet, and changes nothing.",
  title3: "Then clean, in two clicks",
  text3:
    "You see exactly what will go and what stays. The picture itself keeps every dot when you clean it.",
  title4: "You can always go back",
  text4:
    "What was cleaned can be brought back exactly as it was. And whenever you wonder why something is dangerous, the help tells it in plain words.",
} as const;

/** How to tell apps apart that ask for all photos. */
export const helpApps = {
  title: "Apps that ask for all your photos",
  lead: "An app that may see all your photos sees years of your life, with places and times, and you do not notice when it looks.",
  good1:
    "It lets you pick single photos. Phones have a window of their own for that, and the app then gets only what you picked.",
  good2: "It works as well when you say no to the rest.",
  good3: "It says in plain words what it does with your photos and where they go.",
  bad1: "A torch, a keyboard or a calculator wants all your photos.",
  bad2: "It does nothing at all until you say yes to everything.",
  bad3: "It asks for photos, contacts and your place together, at the first start.",
  cure1:
    "iPhone: Settings, Privacy & Security, Photos. Choose “Limited Access” or “None” for each app. Android 14 and later: choose “Select photos and videos” instead of “Allow all”.",
  cure2: "Go through the list once a year, and take the right away from what you do not use.",
  cure3: "Clean photos before you hand them to an app. What is not in them, it cannot take.",
  source:
    "China, Provisions on the Scope of Necessary Personal Information for Common Types of Apps (in force since 1 May 2021): an app must not refuse its basic service because you give no more than that needs. GDPR, Art. 5 (1) (c): no more data than needed.",
} as const;
