/** Telling without a name: the words, the code, and coming back with it. */
import { Button, ButtonLink, Card, Choices, ErrorSummary, Note, TextArea, TextField } from '../../../page-parts/index.ts';
import type { Body } from '../../../platform/web/index.ts';
import { Told, type ToldView } from '../tell-someone/pages.tsx';
import { BeforeYouWrite, BUTTON, NoPictures, Numbers, Way, type HelpLine } from '../tell-someone/parts.tsx';
import { TELLINGS, type WhenRead } from '../tell-someone/words.ts';

type Errors = Readonly<Record<string, string>>;
const textIn = (raw: Body, name: string): string => { const value = raw[name]; return typeof value === 'string' ? value : ''; };

export interface UnnamedView {
  readonly base: string;
  readonly lines: readonly HelpLine[];
  readonly read: WhenRead;
  /** What the head's office is called: nobody is named to those who are signed out. */
  readonly head: string;
  readonly raw: Body;
  readonly errors: Errors;
}

/** Signed out, or signed in and not wanting to be known. */
export const UnnamedPage = (view: UnnamedView) => (
  <>
    <Way />
    <ErrorSummary errors={view.errors} />
    <h1>Tell us without your name</h1>
    <BeforeYouWrite reads="The grown-up who keeps children safe at this school reads it. Nobody sees who you are, and we do not keep which computer or phone you use." read={view.read} />
    <Note title="You get a code"><p>Keep it in mind. With it you can come back, read what we answer and write more. Nobody can find out from the code who you are, and nobody can give you a new one.</p></Note>
    <form method="post" action={`${view.base}/unnamed`}>
      <Choices name="about" label="What is it about?" small error={view.errors['about']} chosen={[textIn(view.raw, 'about')]} choices={TELLINGS.map(one => ({ value: one.id, text: BUTTON[one.id]!.text }))} />
      <TextArea name="words" label="What happened?" hint="Say what you saw or what was done, and where. You do not have to say your name. Without it we can help less quickly, so say if somebody is in danger." value={textIn(view.raw, 'words')} error={view.errors['words']} rows={7} />
      <Choices name="about-office" label="Is it about a grown-up at school?" hint="Choose who it is. They will not read it." small error={view.errors['about-office']} chosen={[textIn(view.raw, 'about-office')]} choices={[{ value: '', text: 'No' }, { value: 'dsl', text: 'The grown-up who keeps children safe here' }, { value: 'head', text: view.head }]} />
      <NoPictures />
      <Button>Send it without my name</Button>
    </form>
    <Card title="Have you got a code?"><ButtonLink href={`${view.base}/unnamed/back`} tone="quiet">Come back with my code</ButtonLink></Card>
    <Numbers lines={view.lines} />
  </>
);

/** Shown once, and never again. */
export const CodePage = ({ base, code, lines }: { base: string; code: string; lines: readonly HelpLine[] }) => (
  <>
    <Way />
    <h1>Thank you for telling us</h1>
    <p class="lede">It has arrived. This is your code:</p>
    <p class="tell-code" lang="en" data-code>{code}</p>
    <p>Keep these four words, in this order. They are shown only now. If others look at your phone or your papers, it is safer to learn them by heart.</p>
    <p class="actions"><ButtonLink href={`${base}/unnamed/back`} tone="quiet">Come back with my code</ButtonLink></p>
    <Numbers lines={lines} />
  </>
);

export const BackPage = ({ base, errors, lines }: { base: string; errors: Errors; lines: readonly HelpLine[] }) => (
  <>
    <Way />
    <ErrorSummary errors={errors} />
    <h1>Come back with your code</h1>
    <form method="post" action={`${base}/unnamed/back`}>
      <TextField name="code" label="Your four words" hint="Small or large letters, with spaces or without marks: all will do." error={errors['code']} autocomplete="off" spellcheck={false} maxlength={120} />
      <Button>Open</Button>
    </form>
    <p>Have you forgotten it? Then tell us again: <a href={`${base}/unnamed`}>tell us without your name</a>.</p>
    <Numbers lines={lines} />
  </>
);

/** What was told with this code, and the answers. */
export const ReturnedPage = ({ base, code, told, lines, error, sent }: { base: string; code: string; told: ToldView; lines: readonly HelpLine[]; error?: string | undefined; sent?: boolean }) => (
  <>
    <Way />
    <ErrorSummary errors={error ? { [`words-${told.id}`]: error } : {}} />
    <h1>What you told us</h1>
    {sent && <Note tone="good"><p>It has arrived.</p></Note>}
    <Told told={told} action={`${base}/unnamed/more`} code={code} error={error} />
    <Numbers lines={lines} />
  </>
);
