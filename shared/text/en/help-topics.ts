/** Why each sort of thing is dangerous: in a sentence, what thieves do, what to do, and where it stands. */
export const helpTopic = {
  location: {
    title: "Where a photo was taken",
    lead: "Phones write the place into each photo, exact to a few metres. You do not see it in the picture, but everyone who gets the file can read it.",
    thief1:
      "Puts a few of your photos on a map and sees where you live: where most of them were taken in the evening.",
    thief2: "Waits for a photo from far away, and knows that nobody is at home.",
    thief3:
      "Follows somebody: where they work, where the children go to school, which way they run in the morning.",
    cure1:
      "Remove the place before you send or upload a photo. Cleaning does it, and it can remove the place alone, too.",
    cure2:
      "On the phone, take the right to know the place from the camera app, or leave the place out when you share.",
    cure3: "Send a photo as it is only to people to whom you would also give your address.",
    source:
      "The Exif standard (CIPA DC-008) has a section of its own for satellite positions. China’s Personal Information Protection Law (PIPL), Art. 28, calls a person’s whereabouts sensitive; the GDPR, Art. 4 (1), names location data.",
  },
  time: {
    title: "When a photo was taken",
    lead: "Each photo carries the day and the second. One of them says little; a hundred are a diary.",
    thief1: "Reads from many photos when you get up, go to work, come home and sleep.",
    thief2: "Sees in which weeks nobody is at home, year after year.",
    thief3: "Puts the times of several people together and knows who was with whom.",
    cure1:
      "For strangers, remove the time as well: choose “Absolutely everything” when you clean, or tick the time yourself.",
    cure2: "In your own album keep it. Without times, photos lose their order.",
    cure3: "Show photos of a journey when you are back.",
    source:
      "GDPR, Art. 4 (1): whatever can be tied to a person is personal data, and a time together with a place nearly always can.",
  },
  children: {
    title: "Pictures of children",
    lead: "Children cannot judge yet what a picture will do in twenty years. Strangers should know neither the name nor the school nor the way home of a child.",
    thief1: "Sees from a uniform, a paper or the place which school it is, and waits there.",
    thief2: "Calls the parents with a false alarm: an accident, the hospital, money at once.",
    thief3:
      "Takes harmless pictures of swimming and sports and passes them on to the wrong people.",
    cure1: "Remove place and names, and cover the face, or send the picture to the family alone.",
    cure2: "Never show name, school or uniform together with a face.",
    cure3: "Ask other parents before you show their child.",
    source:
      "PIPL, Art. 28 and 31: all about children under 14 is sensitive and needs their parents’ consent. UN Convention on the Rights of the Child, Art. 16: a child’s privacy is protected. GDPR, recital 38.",
  },
  face: {
    title: "Faces",
    lead: "A password can be changed, a face cannot. Programs find the same face again in millions of pictures.",
    thief1:
      "Looks up a stranger’s face in a search engine for faces, and finds a name and a workplace.",
    thief2: "Puts a face into a false video and asks the family for money with it.",
    thief3: "Tries to pass a check that wants to see a face.",
    cure1:
      "Cover the faces of people who were not asked. Black is safe; what is only blurred can be made visible again.",
    cure2: "Ask before you publish pictures of others, of friends too.",
    cure3:
      "Agree on a word in the family that a false video cannot know. Ask for it when somebody calls for money.",
    source:
      "GDPR, Art. 9: biometric data that identify a person are specially protected. PIPL, Art. 28: biometrics are sensitive.",
  },
  "old-age": {
    title: "Old people",
    lead: "Swindlers look for people who are old, alone and have savings. A photo with a pension paper or a box of pills tells them whom to call.",
    thief1:
      "Calls as a grandchild in need, as the police or as an office, and knows enough to be believed.",
    thief2: "Sells miracle cures to people whose doctor’s letter he has seen.",
    thief3: "Comes to the door as a craftsman or a nurse; the address was in the photo.",
    cure1: "Put photos of papers, medicines and bank letters into the vault.",
    cure2:
      "Talk about it together: no office and no bank asks for money or codes by telephone. Hang up, and call back under the number you know.",
    cure3: "In China, 96110 is the line against fraud. Everywhere else, call the police.",
    source:
      "China, Law against Telecom and Online Fraud (in force since 1 December 2022). FBI Internet Crime Complaint Center, Elder Fraud Report, each year.",
  },
  document: {
    title: "Identity cards, passports and other papers",
    lead: "A sharp picture of a paper is nearly as good as the paper. Many services on the internet ask for no more.",
    thief1: "Opens an account, takes out a loan or signs a telephone contract in your name.",
    thief2: "Offers a flat that does not exist, with your card as proof of being honest.",
    thief3: "Sells the picture. A card, a face and a number together are a kit.",
    cure1:
      "Do not leave such pictures in the album: put them into the vault, or cover number, address and face.",
    cure2:
      "If somebody needs a copy, write across it for whom, for what and when. It is then of no use for anything else.",
    cure3: "If the wrong people got such a picture: report it, and ask your bank to watch.",
    source:
      "ICAO Doc 9303: the lines at the foot of a passport hold name, number, birth date and nationality. PIPL, Art. 28: specific identity is sensitive.",
  },
  number: {
    title: "Names, numbers and addresses that can be read",
    lead: "A phone number, an address, a plate or an identity number is read off a photo in a moment, by people and by programs.",
    thief1: "Calls with your name, your number and your address. Such a call is believed.",
    thief2: "Puts together what several photos say: a name here, a birth date there.",
    thief3: "Writes as a parcel service or an office, with all the details right.",
    cure1: "Cover what can be read before you show the picture.",
    cure2: "Look at the background as well: envelopes, screens, name plates, notes on the wall.",
    cure3:
      "An identity number tells more than it seems: a Chinese one holds region, birth date and sex.",
    source:
      "GB 11643: how the Chinese citizen number is built. GDPR, Art. 87: national identity numbers may be put under rules of their own.",
  },
  money: {
    title: "Bank cards, accounts and pay",
    lead: "The front of a card holds number, name and date. Some shops ask for no more.",
    thief1:
      "Pays on the internet with the card, often a small sum first to see whether you notice.",
    thief2:
      "Calls as your bank and names the last digits, so that you read out the code that has just come.",
    thief3: "Learns from a payslip or a statement how much there is to be had.",
    cure1: "Put such pictures into the vault, or cover the number.",
    cure2: "If strangers have seen the card, have it blocked and replaced.",
    cure3: "Tell nobody a one-time code, not even somebody who says he is from the bank.",
    source:
      "PCI DSS, the card industry’s own rule: no more than the bank’s first digits and the last four of a card number may be shown. PIPL, Art. 28: financial accounts are sensitive.",
  },
  password: {
    title: "Passwords and one-time codes",
    lead: "Whoever can read it gets in. A photo of a note or a screen is a key that can be copied.",
    thief1: "Gets into your network and sees what the devices there do.",
    thief2: "Tries the same password at your mail, your shops and your bank.",
    thief3: "Takes over an account with a one-time code while you are still on the telephone.",
    cure1: "Change the password first. Covering comes too late once others have seen it.",
    cure2: "Then put the picture into the vault, or cover the password.",
    cure3: "Keep passwords in a password manager and not in the album.",
    source:
      "NIST SP 800-63B: a password has to be changed when there are signs that others know it.",
  },
  code: {
    title: "Codes that can be scanned",
    lead: "You cannot read a square of dots. Any phone can, off a photo too, and from afar.",
    thief1: "Scans a boarding pass and looks into the journey, or changes it.",
    thief2: "Scans a code to log in, or the secret of a second factor, and is inside.",
    thief3: "Uses a payment code while it is valid, or writes to you through your contact code.",
    cure1: "Cover the whole code with its edge. Part of it is often enough for a machine.",
    cure2: "Show tickets when the journey is over, and even then without the code.",
    cure3: "Do not scan a code that somebody stuck over another one.",
    source:
      "IATA Resolution 792: the code of a boarding pass holds name, booking and flight in plain text. ISO/IEC 18004: a QR code may be read with up to 30 % of it missing.",
  },
  medical: {
    title: "Health",
    lead: "Illness is among the most private things there are. A photo of a report, a prescription or a box of pills tells of it.",
    thief1: "Sells false cures to the ill and their families, and knows the name of the illness.",
    thief2: "Threatens to tell the employer or the family.",
    thief3: "Gets medicine or treatment in your name, with the number of your insurance.",
    cure1: "Put such pictures into the vault. For the doctor, make a copy when one is needed.",
    cure2:
      "When you ask for advice on the internet, cover name, number, hospital and birth date first.",
    cure3: "Look at labels and wrist bands in the picture. They bear names.",
    source:
      "GDPR, Art. 9: data concerning health. PIPL, Art. 28: medical health. Both protect it specially.",
  },
  school: {
    title: "School papers",
    lead: "An admission letter or a report card names child, school and class, and often the parents and their telephone.",
    thief1: "Joins the parents’ chat as “the teacher” and collects money for books.",
    thief2: "Calls with news of a scholarship, for which a fee has to be paid first.",
    thief3: "Knows name, face and school, and calls the child by its name.",
    cure1: "Cover name, number and codes before you show the letter with pride.",
    cure2: "Pay nothing that is asked for in a chat. Call the teacher.",
    cure3: "Show such pictures to the family and not to everyone.",
    source:
      "PIPL, Art. 28 and 31. China, Law on the Protection of Minors, Art. 72: information about children under 14 needs their guardians’ consent.",
  },
  names: {
    title: "Names and words in the file",
    lead: "Cameras and photo programs write captions, keywords, authors and the names of people into the file. They stay there when the picture is passed on.",
    thief1: "Reads who is in a picture, although no name stands under it.",
    thief2: "Calls with the right names of your family. That sounds like somebody who knows you.",
    thief3: "Collects e-mail addresses and telephone numbers from notes and copyright lines.",
    cure1: "Clean a photo before you pass it on; the names in the file go with that.",
    cure2: "Keep captions and names in your own album, and make safe copies for others.",
    cure3: "Ask people before you publish their names. They may say no.",
    source:
      "IPTC Photo Metadata Standard: fields for creator, contact, caption and the person shown. GDPR, Art. 4 (1): a name is its first example of what identifies somebody.",
  },
  device: {
    title: "Which phone or camera took it",
    lead: "The make is nearly harmless. A serial number is not: it is the same in every photo of this one camera.",
    thief1:
      "Finds by the number the photos that you published without a name, and knows that they are yours.",
    thief2: "Sees that you own a dear camera, and at which address.",
    thief3: "Writes as the maker’s service, with the right model and the right number.",
    cure1: "Clean photos before you publish them; serial numbers and makers’ notes go with that.",
    cure2:
      "Take your name out of the camera’s menu. Many cameras write their owner’s name into each picture.",
    cure3: "Give a phone that bears your name another one. Some apps write it into the file.",
    source:
      "The Exif standard (CIPA DC-008) has tags for the owner’s name (0xA430) and for the serial numbers of body (0xA431) and lens (0xA435).",
  },
  hidden: {
    title: "What lies in the file and is not seen",
    lead: "A picture file is a box. Beside the picture there may be a small copy, a second picture, some seconds of film with sound, or a program’s notes.",
    thief1: "Looks at the small copy, in which what you cropped away may still be seen.",
    thief2: "Plays the hidden film of a moving photo: what was said, and who stood beside.",
    thief3:
      "Reads with which words a picture was asked for from a machine, or who edited it and when.",
    cure1: "After cropping or covering, clean the photo as well. Only then the small copy goes.",
    cure2: "Clean a moving photo before you send it. The film inside then goes.",
    cure3: "Whatever is called unknown is safer gone. The picture does not need it.",
    source:
      "CVE-2023-21036 (“aCropalypse”): for years, the editor of Pixel phones left in the file what had been cropped away.",
  },
} as const;
