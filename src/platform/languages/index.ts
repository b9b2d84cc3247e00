export { askedFor, catalogueOf, ENGLISH, isLanguage, knownLanguages, languages, useLanguagesOf, type Catalogue, type Language, type Said } from './catalogue.ts';
export { $count, $draw, $known, $list, $say, asWritten, inLanguage, say, sayKnown, spoken, spokenKey } from './say.ts';
