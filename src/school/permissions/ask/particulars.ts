/** What a request about an act has to name, beside the situation: "Which program?". */
import { say } from '../../../platform/languages/index.ts';

/** A thing to name, the question put for it, and what to do where the answer is missing. What the rules themselves want shown has the policy's own words instead. */
const THINGS: Readonly<Record<string, { readonly question: string; readonly missing: string }>> = {
  application: { question: say('Which application?'), missing: say('Say which application') },
  'app-data': { question: say('Which data about people would go in? Write “none” if there is none'), missing: say('Say which data would go in, or write “none”') },
  software: { question: say('Which program or app, and who makes it?'), missing: say('Say which program or app, and who makes it') },
  item: { question: say('Which equipment?'), missing: say('Say which equipment') },
  device: { question: say('Which device? Give its number or label if it has one'), missing: say('Say which device') },
  data: { question: say('Which data, and about whom?'), missing: say('Say which data, and about whom') },
  medium: { question: say('What carries it?'), missing: say('Say what carries it') },
  destination: { question: say('Where does it go, and when does it come back?'), missing: say('Say where it goes, and when it comes back') },
  files: { question: say('Which files?'), missing: say('Say which files') },
  recipients: { question: say('Who gets it?'), missing: say('Say who gets it') },
  event: { question: say('For what event or lesson?'), missing: say('Say for what event or lesson') },
  host: { question: say('Who at school expects you?'), missing: say('Say who at school expects you') },
  group: { question: say('For which group, and when?'), missing: say('Say for which group, and when') },
  platform: { question: say('With which program or website?'), missing: say('Say with which program or website') },
  'second-adult': { question: say('Which other adult will be there?'), missing: say('Say which other adult will be there') },
  system: { question: say('Which system, and what is it for?'), missing: say('Say which system, and what it is for') },
  owner: { question: say('Who will look after it?'), missing: say('Say who will look after it') },
  text: { question: say('The words you want to send'), missing: say('Write the words you want to send') },
  content: { question: say('What exactly, or a link to it'), missing: say('Say what exactly, or give a link to it') },
  what: { question: say('What exactly?'), missing: say('Say what exactly') },
};

const OF_ACT: Readonly<Record<string, readonly string[]>> = {
  'use-app': ['application', 'app-data'], 'install-software': ['software', 'device'], 'download-software': ['software', 'device'], 'install-hardware': ['item', 'device'],
  'use-school-data': ['data'], 'take-data-off-site': ['data', 'medium', 'destination'], 'use-personal-device': ['device'], 'access-others-files': ['files'],
  'connect-to-network': ['device'], 'send-attachment': ['files', 'recipients'], 'use-remote-access': ['device'], 'publish-school-content': ['content'],
  'contact-parent': ['recipients'], 'photograph-pupils': ['event', 'device'], 'import-pupil-data-to-app': ['software', 'data'], 'arrange-live-session': ['group', 'platform', 'second-adult'],
  'teach-via-personal-system': ['platform', 'event'], 'set-up-school-system': ['system', 'data', 'owner'], 'email-delicate-matter': ['recipients', 'text'],
  'post-online': ['content'], 'approach-pupils': ['host', 'event'], 'publish-image': ['content'], 'bring-phone': ['device'], 'visit-site': [], 'wear-headphones': [], 'use-phone': [], print: ['files'],
};

const LONG = new Set(['text', 'content']);

export interface Particular {
  /** Its key in the request. */
  readonly key: string;
  readonly question: string;
  readonly long: boolean;
}

/** What a request about an act names; for one that we know nothing of, what it is about. */
export const particularsOf = (act: string): readonly Particular[] => (OF_ACT[act] ?? ['what']).map(key => ({ key, question: THINGS[key]!.question, long: LONG.has(key) }));

/** How something that a request shows is called: a question of ours, or the policy's own words. */
export const particularWords = (key: string): string => THINGS[key]?.question ?? key.charAt(0).toUpperCase() + key.slice(1);

/** What to do where something that a request has to show is missing: "Say which device". */
export const missingWords = (key: string): string => THINGS[key]?.missing ?? `Give what the rule asks for: ${key}`;
