/** What English essays say again and again. All are shorter than anything that should be flagged. */

export const OPENERS: readonly string[] = [
  "on the other hand",
  "of course",
  "for example",
  "in other words",
  "at the same time",
  "in the end",
  "as a matter of fact",
  "to be honest",
  "more often than not",
  "at first glance",
  "as far as I can tell",
  "for what it is worth",
  "in the first place",
  "at the end of the day",
  "by the same token",
  "once upon a time",
  "a few years ago",
  "in most cases",
  "strictly speaking",
  "as luck would have it",
  "from time to time",
  "all things considered",
  "to make a long story short",
  "as I have said before",
  "in the long run",
  "truth be told",
  "to put it another way",
  "for the time being",
  "last but not least",
  "needless to say",
];

/** They are followed by a clause. */
export const OVERTURES: readonly string[] = [
  "I think that",
  "it turns out that",
  "there is no doubt that",
  "it goes without saying that",
  "I have come to believe that",
  "the truth of the matter is that",
  "the fact of the matter is that",
  "it is easy to forget that",
  "what I mean to say is that",
  "it is one thing to say that",
  "nobody ever told me that",
  "I can't help but think that",
  "it seems to me that",
  "the first thing you notice is that",
  "the trouble with all of this is that",
  "I am not the first to say that",
  "you would be forgiven for thinking that",
  "it took me a long time to see that",
  "suffice it to say that",
  "the point I am trying to make is that",
];

export const ASIDES: readonly string[] = [
  "as it were",
  "so to speak",
  "for better or worse",
  "more or less",
  "at least in part",
  "as we all know",
  "to some extent",
  "by and large",
  "one way or another",
  "of all things",
  "as often as not",
  "in and of itself",
  "for lack of a better word",
  "as you might expect",
];

export const CLOSERS: readonly string[] = [
  "if you ask me",
  "when all is said and done",
  "to say the least",
  "and so on and so forth",
  "for one reason or another",
  "now more than ever",
  "whether we like it or not",
  "once and for all",
  "and that is that",
  "sooner or later",
  "in one way or another",
  "as the saying goes",
];

/**
 * Whole sentences, twelve words at most: with a few of the next words alike by chance they are still less than
 * 0.6 of 25 words.
 */
export const SAYINGS: readonly string[] = [
  "The devil is in the details.",
  "It is what it is.",
  "There is no such thing as a free lunch.",
  "A bird in the hand is worth two in the bush.",
  "Rome was not built in a day.",
  "Old habits die hard.",
  "Better late than never.",
  "The road to hell is paved with good intentions.",
  "You can't have your cake and eat it too.",
  "When in Rome, do as the Romans do.",
  "The proof of the pudding is in the eating.",
  "Nothing could be further from the truth.",
  "But that is a story for another day.",
  "I will come back to this in a moment.",
  "And that, as they say, was that.",
  "What could possibly go wrong?",
  "I don't have a good answer to that question.",
  "So where does that leave us?",
  "Let me give you an example.",
  "Your mileage may vary.",
];

export const PRONOUNS = "I I we you you they it it he she this that everyone nobody".split(" ");

export const DETERMINERS =
  "the the the the the the a a a this that my our your his her their its every some no any".split(
    " ",
  );

export const PREPOSITIONS =
  "of of of in in in to to for for on with at from by about into over after before without between".split(
    " ",
  );

export const CONJUNCTIONS =
  ", and|, and|, but|, but|, so|, or| because| because| when| if| while| although|;| -".split("|");

export const AUXILIARIES =
  "can|could|will|would|may|might|must|should|don't|didn't|can't|won't|would have|have to|used to|tend to".split(
    "|",
  );

export const COPULAS = ["is", "is", "is", "was", "was", "are", "isn't", "has been", "seems"];
