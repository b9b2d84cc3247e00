/** What a child sees after the code of a class card: twelve pictures. No name stands here, for a card may be lost. */
import { ButtonLink, Picture, TWELVE } from '../../page-parts/index.ts';
import { say } from '../../platform/languages/index.ts';

export type CardPicture = (typeof TWELVE)[number];

const words = (): Map<CardPicture, string> => new Map<CardPicture, string>([
  ['sun', say('sun')], ['moon', say('moon')], ['star', say('star')], ['heart', say('heart')], ['house', say('house')], ['tree', say('tree')],
  ['flower', say('flower')], ['boat', say('boat')], ['ball', say('ball')], ['apple', say('apple')], ['fish', say('fish')], ['key', say('key')],
]);

/** The word of a picture. */
export const wordOf = (picture: CardPicture): string => words().get(picture)!;

export interface PicturesProps {
  readonly action: string;
  readonly chosen: readonly CardPicture[];
  readonly of: number;
  readonly wrong: boolean;
}

/** Each picture is a button that is pressed in turn; it works without a script. */
export function PicturesPage({ action, chosen, of, wrong }: PicturesProps) {
  return (
    <>
      <h1 id="which">{wrong ? 'Not quite. Try again.' : 'Which are your pictures?'}</h1>
      <p>Press your {of} pictures, one after another.</p>
      <ol class="picture-chosen" aria-label="Pictures so far">{Array.from({ length: of }, (_, at) => (
        <li key={at} class={chosen[at] ? 'is-chosen' : ''}>{chosen[at] ? <><Picture name={chosen[at]} size={48} /><span class="govuk-visually-hidden">{wordOf(chosen[at])}</span></> : <span class="govuk-visually-hidden">not yet</span>}</li>
      ))}</ol>
      <form method="post" action={action} aria-labelledby="which">
        <input type="hidden" name="secret" value={chosen.join('.')} />
        <ul class="picture-choice">{TWELVE.map(picture => (
          <li key={picture}><button type="submit" name="picture" value={picture}><Picture name={picture} />{wordOf(picture)}</button></li>
        ))}</ul>
      </form>
      {chosen.length > 0 && <p><a href={action}>Start again</a></p>}
    </>
  );
}

export const LockedPage = ({ slug }: { slug: string }) => (
  <>
    <h1>Ask your teacher</h1>
    <p>Your card is having a rest. Your teacher can wake it up.</p>
    <ButtonLink href={`/${slug}/rules`}>Read the rules</ButtonLink>
  </>
);

export const DeadCardPage = ({ slug }: { slug: string }) => (
  <>
    <h1>This card does not work any more</h1>
    <p>Ask your teacher for a new one.</p>
    <ButtonLink href={`/${slug}/rules`}>Read the rules</ButtonLink>
  </>
);
