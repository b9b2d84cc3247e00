/** A document as far as its layout tells: headings, paragraphs and list items, in order. */
export interface Part {
  readonly kind: 'heading' | 'paragraph' | 'item';
  /** Depth of a heading, from 1. */
  readonly depth: number;
  readonly text: string;
}
