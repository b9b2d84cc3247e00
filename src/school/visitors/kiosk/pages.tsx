/** The pages of the tablet at reception: few words, large targets, one thing at a time. Signing and what comes after it stand beside this file. */
import { Button, Choices, ErrorSummary, TextField } from '../../../page-parts/index.ts';
import { ENGLISH, languages, spoken } from '../../../platform/languages/index.ts';
import { REASONS } from '../words.ts';
import { Kiosk, textOf, type Errors, type Given } from './frame.tsx';

export function StartPage({ slug, school, place, keepDays }: { slug: string; school: string; place: string; keepDays: number }) {
  return (
    <div class="kiosk kiosk--start">
      <h1>Welcome to {school}</h1>
      <nav class="kiosk__ways" aria-label="What would you like to do?">
        <a class="kiosk__way" href={`/${slug}/kiosk/arrive`}>I am arriving</a>
        <a class="kiosk__way kiosk__way--quiet" href={`/${slug}/kiosk/leave`}>I am leaving</a>
      </nav>
      <Languages slug={slug} />
      <p>Supply teachers sign in here too. Children do not: bring them to the desk.</p>
      <p class="soft small">What you type here is for the school’s safety and is forgotten after {keepDays} days. <a href={`/${slug}/policies`}>The school’s rules</a></p>
      <p class="soft small">{place}. <a href={`/${slug}/kiosk/close`}>For the office: close this kiosk</a></p>
    </div>
  );
}

/** The languages the tablet speaks. The choice is for one visit: the next guest finds it as it was. */
function Languages({ slug }: { slug: string }) {
  const others = [ENGLISH, ...languages().filter(one => one.code !== ENGLISH.code)].filter(one => one.code !== spoken().code);
  if (others.length === 0) return null;
  return <form method="post" action={`/${slug}/kiosk/language`} class="kiosk__languages">{others.map(one => <button key={one.code} class="govuk-button govuk-button--secondary" name="language" value={one.code} lang={one.code} dir={one.direction}>{one.name}</button>)}</form>;
}

export interface ArriveProps {
  readonly slug: string;
  readonly given: Given;
  readonly errors?: Errors;
  /** Members of staff among whom to choose, where several fit what was typed. */
  readonly hosts?: readonly { readonly id: string; readonly name: string }[];
}

export function ArrivePage({ slug, given, errors = {}, hosts = [] }: ArriveProps) {
  const field = (name: string) => ({ name, value: textOf(given, name), error: errors[name] });
  return (
    <Kiosk slug={slug}>
      <ErrorSummary errors={errors} />
      <h1>Who are you, and whom do you visit?</h1>
      <form method="post" action={`/${slug}/kiosk/arrive`} autocomplete="off">
        <div class="kiosk__pair">
          <TextField {...field('givenName')} label="First name" autocomplete="off" spellcheck={false} maxlength={80} />
          <TextField {...field('familyName')} label="Family name" autocomplete="off" spellcheck={false} maxlength={80} />
        </div>
        <TextField {...field('organisation')} label="Organisation or agency" hint="Leave it empty if you come for yourself." autocomplete="off" maxlength={120} />
        <Choices name="reason" label="What brings you here?" error={errors['reason']} chosen={[textOf(given, 'reason')]} choices={REASONS.map(({ reason, title }) => ({ value: reason, text: title }))} />
        {hosts.length > 0
          ? <Choices name="hostId" label="Whom do you visit?" error={errors['hostId']} chosen={[textOf(given, 'hostId')]} choices={[...hosts.map(({ id, name }) => ({ value: id, text: name })), { value: '', text: 'None of these: the school office' }]} />
          : <TextField {...field('host')} label="Whom do you visit?" hint="At least three letters of the name. Leave it empty if it is the school office." autocomplete="off" spellcheck={false} maxlength={80} />}
        <Choices name="access" label="Will you use the school’s wifi or a school computer?" inline error={errors['access']} chosen={[textOf(given, 'access')]} choices={[{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }]} />
        <TextField {...field('about')} label="A few words on your visit, if you like" autocomplete="off" maxlength={200} />
        <TextField {...field('vehicle')} label="Number plate, if you have parked here" width={10} autocomplete="off" spellcheck={false} maxlength={20} />
        <div class="actions"><Button>Go on</Button><a href={`/${slug}/kiosk`}>Start again</a></div>
      </form>
    </Kiosk>
  );
}

export function LeavePage({ slug, errors = {} }: { slug: string; errors?: Errors }) {
  return (
    <Kiosk slug={slug}>
      <ErrorSummary errors={errors} />
      <h1>Goodbye</h1>
      <form method="post" action={`/${slug}/kiosk/leave`} autocomplete="off">
        <TextField name="badge" label="The code on your badge, or your full name" error={errors['badge']} autocomplete="off" spellcheck={false} maxlength={160} large />
        <div class="actions"><Button>Sign out</Button><a href={`/${slug}/kiosk`}>Start again</a></div>
      </form>
    </Kiosk>
  );
}

export const ClosePage = ({ slug, place }: { slug: string; place: string }) => (
  <Kiosk slug={slug}>
    <h1>Only the office closes this kiosk</h1>
    <p>On any computer: sign in, open <strong>Visitors</strong>, then <strong>Kiosks</strong>, and end “{place}”. This tablet then shows nothing any more.</p>
    <div class="actions"><a class="govuk-button" href={`/${slug}/kiosk`} draggable={false}>Back</a><a href={`/${slug}/sign-in?next=${encodeURIComponent(`/${slug}/visitors/kiosks`)}`}>Sign in here, as the office</a></div>
  </Kiosk>
);
