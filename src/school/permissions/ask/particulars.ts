/** What a request about an act has to name, beside the situation: "Which program?". */
import { say } from '../../../platform/languages/index.ts';

/** A thing to name, and the question put for it. What the rules themselves want shown has the policy's own words instead. */
const QUESTIONS: Readonly<Record<string, string>> = {
  application: say('Which application?'),
  'app-data': say('Which data about people would go in? Write “none” if there is none'),
  software: say('Which program or app, and who makes it?'),
  item: say('Which equipment?'),
  device: say('Which device? Give its number or label if it has one'),
  data: say('Which data, and about whom?'),
  medium: say('What carries it?'),
  destination: say('Where does it go, and when does it come back?'),
  files: say('Which files?'),
  recipients: say('Who gets it?'),
  event: say('For what event or lesson?'),
  host: say('Who at school expects you?'),
  group: say('For which group, and when?'),
  platform: say('With which program or website?'),
  'second-adult': say('Which other adult will be there?'),
  system: say('Which system, and what is it for?'),
  owner: say('Who will look after it?'),
  text: say('The words you want to send'),
  content: say('What exactly, or a link to it'),
  what: say('What exactly?'),
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
export const particularsOf = (act: string): readonly Particular[] => (OF_ACT[act] ?? ['what']).map(key => ({ key, question: QUESTIONS[key]!, long: LONG.has(key) }));

/** How something that a request shows is called: a question of ours, or the policy's own words. */
export const particularWords = (key: string): string => QUESTIONS[key] ?? key.charAt(0).toUpperCase() + key.slice(1);
