/** The words of files that people hand in. */

/** What a file is by its bytes, whatever it is called. */
export type FileType = 'image/jpeg' | 'image/png' | 'application/pdf' | 'text/plain';

/** A file as it may be kept: pictures without what a camera writes beside them. */
export type Taken =
  | { readonly ok: true; readonly type: FileType; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly why: 'unknown' | 'broken' | 'virus' | 'unchecked' };
