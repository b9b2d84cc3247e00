/** The page round every page: head, skip link, school and person, question box, notice, body, foot. */
import { renderToString } from 'preact-render-to-string';
import { languages, spoken } from '../platform/languages/index.ts';
import type { Drawing, Page } from '../platform/web/index.ts';
import { QuestionBox } from './answer.tsx';
import { longDay } from './dates.ts';
import { Seal } from './seal.tsx';

export interface NavItem {
  readonly text: string;
  readonly href: string;
}

/** What the layout needs besides the page itself. */
export interface Frame {
  /** File name → its address with its fingerprint. */
  readonly asset: (name: string) => string;
  readonly nav: (drawing: Drawing) => readonly NavItem[];
  readonly demonstration: boolean;
}

/** Draws a whole HTML document. */
export function drawDocument(frame: Frame, page: Page, drawing: Drawing): string {
  return `<!doctype html>${renderToString(<Document frame={frame} page={page} drawing={drawing} />)}`;
}

function Document({ frame, page, drawing }: { frame: Frame; page: Page; drawing: Drawing }) {
  const school = drawing.school;
  return (
    <html lang={spoken().code} dir={spoken().direction === 'rtl' ? 'rtl' : undefined} class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>{page.status === 422 && [<ToBeMended key="first" />, ' ']}{[page.title, page.trail?.findLast(([text]) => text !== page.title)?.[0], school?.name, 'Countersign'].filter(Boolean).join(' – ')}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#fbf8f2" />
        <link rel="icon" href={frame.asset('seal.svg')} type="image/svg+xml" />
        <link rel="preload" href={frame.asset('fonts/sans-400.woff2')} as="font" type="font/woff2" crossOrigin="anonymous" />
        <link rel="stylesheet" href={frame.asset('app.css')} />
        <script type="module" src={frame.asset('app.js')} />
      </head>
      <body class={`govuk-template__body look-${page.look ?? 'plain'}`}>
        <a href="#main" class="govuk-skip-link" data-module="govuk-skip-link">Skip to main content</a>
        {page.look === 'kiosk' ? <KioskHeader frame={frame} drawing={drawing} /> : <Header frame={frame} drawing={drawing} withoutBox={page.withoutBox} />}
        <div class="wrap">
          {page.trail && <Trail trail={page.trail} />}
          <main class="main" id="main" tabIndex={-1}>
            {school && <div class="print-head">{school.name} · {longDay(drawing.today)}</div>}
            {drawing.notice && <div class="notice" role="status" tabIndex={-1} data-focus><p>{drawing.notice}</p></div>}
            {page.body}
          </main>
        </div>
        {page.look !== 'kiosk' && <Footer drawing={drawing} />}
      </body>
    </html>
  );
}

/** Whoever hears the title first hears at once that something is to be mended. */
const ToBeMended = () => <>Error:</>;

function Header({ frame, drawing, withoutBox }: { frame: Frame; drawing: Drawing; withoutBox?: boolean | undefined }) {
  const { school, reader } = drawing;
  const home = school ? `/${school.slug}` : '/';
  const nav = frame.nav(drawing);
  const here = drawing.url.split('?')[0];
  return (
    <header class="head">
      {frame.demonstration && <DemonstrationBar />}
      <div class="wrap head__row">
        <a class="brand" href={home}><Seal size={34} tilt={false} /><span>Countersign</span></a>
        {school && <a class="head__school" href={home}>{school.name}</a>}
        {school && !withoutBox && <QuestionBox action={`/${school.slug}/may-i`} compact id="question-above" label="May I …? Ask what the rules say" />}
        {school && <p class="head__who">{reader.person ? <><a href={`/${school.slug}/me`}>{reader.name}</a>{(reader.elsewhere ?? []).length > 0 && <> <a href={`/${school.slug}/my-schools`}>Other schools</a></>}</> : <a href={`/${school.slug}/sign-in`}>Sign in</a>}</p>}
      </div>
      {nav.length > 0 && (
        <nav class="wrap nav" aria-label="Main"><ul>{nav.map(item => (
          <li key={item.href}><a href={item.href} aria-current={item.href === here ? 'page' : undefined}>{item.text}</a></li>
        ))}</ul></nav>
      )}
    </header>
  );
}

/** On a tablet that everybody may touch nothing leads elsewhere. */
const KioskHeader = ({ frame, drawing }: { frame: Frame; drawing: Drawing }) => (
  <header class="head">{frame.demonstration && <DemonstrationBar />}<div class="wrap head__row"><p class="brand"><Seal size={34} tilt={false} /><span>{drawing.school?.name}</span></p></div></header>
);

const DemonstrationBar = () => <p class="demo-bar">Demonstration. Every school and every person here is invented.</p>;

const Trail = ({ trail }: { trail: readonly (readonly [string, string])[] }) => (
  <nav class="govuk-breadcrumbs" aria-label="Breadcrumb">
    <ol class="govuk-breadcrumbs__list">{trail.map(([text, href]) => <li class="govuk-breadcrumbs__list-item" key={href}><a class="govuk-breadcrumbs__link" href={href}>{text}</a></li>)}</ol>
  </nav>
);

function Footer({ drawing }: { drawing: Drawing }) {
  const school = drawing.school;
  return (
    <footer class="foot">
      <div class="wrap">
        <ul class="foot__links">
          {school && <li><a href={`/${school.slug}/tell-someone`}>Tell someone</a></li>}
          {school && <li><a href={`/${school.slug}/policies`}>All rules of this school</a></li>}
          <li><a href="/accessibility">Accessibility</a></li>
          <li><a href="/privacy">Privacy</a></li>
          <li><a href="/">All schools here</a></li>
        </ul>
        {drawing.reader.person && school && (
          <form method="post" action={`/${school.slug}/sign-out`}><button class="link-button" type="submit">Sign out</button></form>
        )}
        {languages().length > 1 && <LanguageChooser action={`${school ? `/${school.slug}` : ''}/language`} />}
      </div>
    </footer>
  );
}

/** Each language under its own name, so that whoever needs it can read it. */
const LanguageChooser = ({ action }: { action: string }) => (
  <form method="post" action={action} class="foot__languages" aria-label="Language">
    {languages().map(({ code, name, direction }) => (code === spoken().code
      ? <strong key={code} lang={code}>{name}</strong>
      : <button class="link-button" type="submit" name="language" value={code} lang={code} dir={direction} key={code}>{name}</button>))}
  </form>
);
