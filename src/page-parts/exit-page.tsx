/**
 * "Leave this page now": on every page on which a child tells something. A link, so that it works without JavaScript;
 * with it, pressing Shift three times does the same and the page is hidden at once (GOV.UK Frontend's Exit this page).
 */

/** Somewhere that anybody might be looking at. */
const ELSEWHERE = 'https://www.bbc.co.uk/weather';

/** `data-i18n` are the words that the script announces. */
export const ExitPage = () => (
  <div class="govuk-exit-this-page no-print" data-module="govuk-exit-this-page" {...announced()}>
    <a href={ELSEWHERE} role="button" draggable={false} class="govuk-button govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button" data-module="govuk-button" rel="nofollow noreferrer">
      Leave this page now
    </a>
    <p class="small soft">It shows you the weather instead. You can also press the Shift key three times.</p>
  </div>
);

const announced = () => {
  const label = { activated: 'The page is loading.', timedOut: 'Leaving the page is put off.', two: 'Press Shift two more times to leave.', one: 'Press Shift once more to leave.' };
  return { 'data-i18n.activated': label.activated, 'data-i18n.timed-out': label.timedOut, 'data-i18n.press-two-more-times': label.two, 'data-i18n.press-one-more-time': label.one };
};
