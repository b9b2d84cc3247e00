/** Questions people like this reader ask: shown under the box so that nobody faces an empty field. */

const EXAMPLES: readonly (readonly [kind: string, questions: readonly string[]])[] = [
  ['pupil-ks1', ['Can I print my picture?', 'Can I tell my friend my password?', 'Who do I tell if I see something bad?']],
  ['pupil', ['Can I bring my phone to school?', 'Can I use my friend’s log-in?', 'Can I play a game online at break?']],
  ['supply', ['My baby is ill. Can I keep my mobile in class?', 'Can I plug my own memory stick into the class computer?', 'Somebody showed me something nasty on a screen. Whom do I tell?']],
  ['teacher', ['Can I keep photos of my class on my own phone?', 'Can I put a new app on a school laptop?', 'May I take marking home on a memory stick?']],
  ['governor', ['Can I send school papers from my own e-mail?', 'May I use my own laptop for school work?', 'Can I be friends with a parent online?']],
  ['parent', ['Can I film my child in the school play?', 'Can I share the log-in with my child’s grandmother?', 'Can I post a picture of the class online?']],
  ['staff', ['Can I use the office computer for shopping at lunch?', 'May I install a program on my school laptop?', 'Can I give a colleague my password while I am away?']],
];

/** Three questions for the first kind that fits; general ones for anybody else. */
export function examplesFor(kinds: readonly string[]): readonly string[] {
  return EXAMPLES.find(([kind]) => kinds.includes(kind))?.[1] ?? ['Can I film my child in the school play?', 'Can I put a program on a school computer?', 'Can I take pupils’ work home on a memory stick?'];
}
