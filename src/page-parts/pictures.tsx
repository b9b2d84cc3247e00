/** Small pictures for the youngest readers, one idea each. They stand beside words and never replace them. */
import type { ComponentChildren } from 'preact';

const GREEN = '#1f5f4a', MINT = '#2f7d62', INK = '#16233d', RED = '#a8321f', SUN = '#f2b632', SKY = '#33518a', SKIN = '#c98d5e', PAPER = '#fffdf9', ROSE = '#c9577a';

const line = { fill: 'none', 'stroke-width': 3.4, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' } as const;

const DRAWN = {
  lock: <><rect x="9" y="20" width="26" height="18" rx="4" fill={GREEN} /><path d="M14 20v-5a8 8 0 0116 0v5" {...line} stroke={GREEN} stroke-width="4" /><circle cx="22" cy="28" r="2.6" fill={PAPER} /><path d="M22 29v4" {...line} stroke={PAPER} stroke-width="2.6" /></>,
  key: <><circle cx="14" cy="22" r="8" {...line} stroke={SUN} stroke-width="5" /><path d="M22 22h16M32 22v6M38 22v5" {...line} stroke={SUN} stroke-width="5" /></>,
  smile: <><circle cx="22" cy="22" r="17" fill={MINT} /><path d="M14 25c4 6 12 6 16 0" {...line} stroke="#fff" stroke-width="3" /><circle cx="16" cy="18" r="2.4" fill="#fff" /><circle cx="28" cy="18" r="2.4" fill="#fff" /></>,
  sad: <><circle cx="22" cy="22" r="17" fill={SKY} /><path d="M14 30c4-6 12-6 16 0" {...line} stroke="#fff" stroke-width="3" /><circle cx="16" cy="18" r="2.4" fill="#fff" /><circle cx="28" cy="18" r="2.4" fill="#fff" /><path d="M31 22c3 4 3 6 0 6s-3-2 0-6z" fill="#bcd3f2" /></>,
  phone: <><rect x="12" y="4" width="20" height="36" rx="4" fill={INK} /><rect x="15" y="9" width="14" height="23" rx="1.5" fill="#bcd3f2" /><circle cx="22" cy="36" r="1.8" fill="#fff" /></>,
  'no-phone': <><rect x="14" y="7" width="16" height="30" rx="3.5" fill={INK} /><rect x="16.5" y="11" width="11" height="19" rx="1.2" fill="#bcd3f2" /><circle cx="22" cy="22" r="18" {...line} stroke={RED} /><path d="M9.5 34.5l25-25" {...line} stroke={RED} /></>,
  camera: <><path d="M6 14h8l3-4h10l3 4h8v22H6z" fill={INK} stroke={INK} stroke-width="2" stroke-linejoin="round" /><circle cx="22" cy="24" r="8.5" fill="#bcd3f2" /><circle cx="22" cy="24" r="4" fill={SKY} /><circle cx="34" cy="18" r="1.8" fill={SUN} /></>,
  printer: <><path d="M12 6h20v10H12z" fill="#e2dccf" /><rect x="6" y="16" width="32" height="15" rx="3" fill={INK} /><path d="M12 25h20v14H12z" fill="#fff" stroke={INK} stroke-width="2" /><path d="M16 30h12M16 34h8" {...line} stroke={MINT} stroke-width="2.4" /><circle cx="33" cy="21" r="1.8" fill={SUN} /></>,
  'grown-up': <><circle cx="16" cy="12" r="7" fill={SKIN} /><path d="M5 40V31a9 9 0 0122 0v9z" fill={GREEN} /><circle cx="33" cy="22" r="5" fill="#8a5a3a" /><path d="M26 40v-5a7 7 0 0114 0v5z" fill={SUN} /></>,
  stop: <><path d="M15 4h14l10 10v16L29 40H15L5 30V14z" fill={RED} /><path d="M16 25v-8M20.5 23v-10M25 23v-9M29.500 24v-6M16 25c0 5 3 8 7 8s6.500-3 6.500-8" {...line} stroke="#fff" stroke-width="3.4" /></>,
  speech: <><path d="M6 8h32v20H22l-8 9v-9H6z" fill={SKY} stroke={SKY} stroke-width="2" stroke-linejoin="round" /><circle cx="15" cy="18" r="2.4" fill="#fff" /><circle cx="22" cy="18" r="2.4" fill="#fff" /><circle cx="29" cy="18" r="2.4" fill="#fff" /></>,
  globe: <><circle cx="22" cy="22" r="17" fill="#bcd3f2" stroke={SKY} stroke-width="3" /><path d="M5 22h34M22 5c-11 11-11 23 0 34M22 5c11 11 11 23 0 34" {...line} stroke={SKY} stroke-width="2.4" /></>,
  house: <><path d="M5 22L22 7l17 15" {...line} stroke={RED} stroke-width="4" /><path d="M10 21v17h24V21L22 10z" fill={SUN} /><rect x="19" y="27" width="7" height="11" fill={GREEN} /></>,
  computer: <><rect x="5" y="7" width="34" height="23" rx="3" fill={INK} /><rect x="8.500" y="10.500" width="27" height="16" fill="#bcd3f2" /><path d="M14 38h16M22 31v6" {...line} stroke={INK} stroke-width="4" /></>,
  heart: <path d="M22 38C8 28 5 21 6 15c2-8 12-9 16-1 4-8 14-7 16 1 1 6-2 13-16 23z" fill={ROSE} />,
  book: <><path d="M22 11c-5-4-11-4-17-3v27c6-1 12-1 17 3 5-4 11-4 17-3V8c-6-1-12-1-17 3z" fill={PAPER} stroke={GREEN} stroke-width="3" stroke-linejoin="round" /><path d="M22 11v27" {...line} stroke={GREEN} stroke-width="2.6" /><path d="M10 16c3 0 5 0 7 1M10 23c3 0 5 0 7 1M34 16c-3 0-5 0-7 1M34 23c-3 0-5 0-7 1" {...line} stroke={MINT} stroke-width="2.2" /></>,
  star: <path d="M22 4l5.300 11.800 12.700 1.400-9.500 8.700 2.700 12.700L22 32.200l-11.200 6.400 2.700-12.700L4 17.200l12.700-1.400z" fill={SUN} />,
  sun: <><circle cx="22" cy="22" r="9" fill={SUN} /><path d="M22 4v6M22 34v6M4 22h6M34 22h6M9.500 9.500l4 4M30.500 30.500l4 4M9.500 34.500l4-4M30.500 13.500l4-4" {...line} stroke={SUN} stroke-width="4" /></>,
  moon: <path d="M30 36A17 17 0 1130 7a14 14 0 000 29z" fill={SKY} />,
  tree: <><path d="M19 28h6v12h-6z" fill="#8a5a3a" /><path d="M22 3l13 15h-7l8 12H8l8-12H9z" fill={GREEN} /></>,
  flower: <><path d="M22 24v17M22 35c-6 0-9-3-9-7 5 0 9 2 9 7z" {...line} stroke={MINT} fill={MINT} /><circle cx="22" cy="8" r="5.500" fill={ROSE} /><circle cx="14.500" cy="14" r="5.500" fill={ROSE} /><circle cx="29.500" cy="14" r="5.500" fill={ROSE} /><circle cx="17.500" cy="22" r="5.500" fill={ROSE} /><circle cx="26.500" cy="22" r="5.500" fill={ROSE} /><circle cx="22" cy="15.500" r="5" fill={SUN} /></>,
  boat: <><path d="M5 29h34l-6 10H11z" fill={RED} /><path d="M22 4v22" {...line} stroke={INK} /><path d="M24 6l13 19H24zM20 10L9 25h11z" fill={SKY} /></>,
  ball: <><circle cx="22" cy="22" r="17" fill={RED} /><path d="M22 5c-7 10-7 24 0 34M22 5c7 10 7 24 0 34" {...line} stroke="#fff" /><path d="M5.500 18h33M5.500 27h33" {...line} stroke={SUN} /></>,
  apple: <><path d="M22 14c-6-5-15-1-15 9 0 9 6 17 11 17 2 0 2-1 4-1s2 1 4 1c5 0 11-8 11-17 0-10-9-14-15-9z" fill={MINT} /><path d="M22 14c0-4 1-7 4-10" {...line} stroke="#8a5a3a" /><path d="M25 9c3-4 7-4 9-3-1 4-5 6-9 3z" fill={GREEN} /></>,
  fish: <><path d="M4 22c6-11 20-13 28-2l8-7v18l-8-7C24 35 10 33 4 22z" fill="#d9822b" /><circle cx="13" cy="19.500" r="2.400" fill={INK} /><path d="M20 15c3 4 3 10 0 14" {...line} stroke="#fff" stroke-width="2.600" /></>,
} as const satisfies Record<string, ComponentChildren>;

/** Pictures that a child tells apart at a glance, each with its word: for name cards and for picture passwords. */
export const TWELVE = ['sun', 'moon', 'star', 'heart', 'house', 'tree', 'flower', 'boat', 'ball', 'apple', 'fish', 'key'] as const satisfies readonly PictureName[];

/** The picture of the child who stands at this place in a class. */
export const pictureAt = (place: number): PictureName => TWELVE[place % TWELVE.length]!;

export type PictureName = keyof typeof DRAWN;

/** One picture. It is decoration: the words beside it say the rule. */
export const Picture = ({ name, size = 72 }: { name: PictureName; size?: number }) => (
  <svg class="picture" width={size} height={size} viewBox="0 0 44 44" aria-hidden="true">{DRAWN[name]}</svg>
);

/** The first line that fits chooses the picture: what the sentence is about most, then the acts of the clause, then any word of it. */
const FIRST: readonly (readonly [RegExp, PictureName])[] = [
  [/\btell (a|my|the|your) (teacher|grown-up|adult)/i, 'grown-up'], [/^(no one|nobody)\b/i, 'stop'], [/\bkey\b/i, 'key'], [/\bpeople sad\b/i, 'sad'], [/\blearn\b/i, 'book'], [/\byear \d/i, 'star'],
];
const BY_ACT: readonly (readonly [RegExp, PictureName])[] = [
  [/^(bring-phone|carry-personal-device|keep-phone-on)$/, 'no-phone'], [/phone/, 'phone'], [/password|login/, 'lock'], [/^print$/, 'printer'],
  [/photograph|image|record-/, 'camera'], [/unkind|offensive|bully/, 'heart'], [/^report-|ask-clarification|^tell-/, 'grown-up'],
  [/damage|device|equipment|shut-down/, 'computer'], [/personal-details|share-personal|own-details/, 'house'],
];
const BY_WORDS: readonly (readonly [RegExp, PictureName])[] = [
  [/\b(tell|ask)s? (my|a|the) (teacher|grown-up|adult)/i, 'grown-up'], [/\bsecret\b|\bpassword/i, 'lock'], [/\bkey\b/i, 'key'], [/\bprint/i, 'printer'], [/\b(photo|picture|camera|film)/i, 'camera'],
  [/\b(phone|mobile)/i, 'phone'], [/\bsad\b|worried|upset|scared/i, 'sad'], [/\bkind\b/i, 'heart'], [/\b(live|address|stranger|who I am)/i, 'house'], [/\binternet|online|web\b/i, 'globe'],
  [/\b(computer|ipad|tablet|screen)/i, 'computer'], [/\b(say|word|message|send|talk)/i, 'speech'], [/\b(never|do not|don't)\b/i, 'stop'], [/\b(learn|read|find out)/i, 'book'], [/\bgood|happy|sensible/i, 'smile'],
];

/** A picture for a rule, chosen by its words and by the acts it regulates. */
export function pictureFor(words: string, acts: readonly string[] = []): PictureName {
  const first = FIRST.find(([pattern]) => pattern.test(words));
  if (first) return first[1];
  for (const [pattern, name] of BY_ACT) if (acts.some(act => pattern.test(act))) return name;
  return BY_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'star';
}
