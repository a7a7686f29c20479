/** What a photo's findings mean together: why it matters, and what a thief would do with it. */
export const risk = {
  "many-people":
    "This one photo lists many people with their numbers. A thief could sell the list or try each of them in turn.",
  "identity-kit":
    "Face, number and document are together here. A thief could pass a bank's identity check and borrow money in this person's name.",
  "identity-paper":
    "This is enough to pose as somebody. A thief could open accounts, rent or sign contracts in this person's name.",
  bank: "This shows how to reach somebody's money. A thief could charge the card, or call and pretend to be the bank.",
  "child-known":
    "This ties a child to a name or a place. A stranger could wait there, or call the parents with a false alarm.",
  account:
    "Whoever reads this can get into an account or a network. A thief would use it at once, before it is changed.",
  health:
    "This tells about somebody's health. A swindler could sell false cures, and others could use it against this person.",
  "old-age":
    "This shows that somebody is old and has a pension. Swindlers call just these people, as an office or a grandchild in need.",
  education:
    "This names a pupil and a school. Swindlers pretend to be the school and ask the parents for money.",
  "home-known":
    "This tells where somebody lives. A burglar could come when the next holiday photo appears.",
  whereabouts:
    "This tells where somebody was. Many such photos show where they live, work and sleep.",
  reachable:
    "This tells how to reach somebody. Swindlers could call or write, and sound as if they knew them.",
  face: "A face can be found again by machines, in other photos and on the street.",
  paper: "This shows a paper with details of somebody's life. It is better kept to yourself.",
} as const;
