/**
 * The one catalogue of errors: a stable code, the exit code of the command line, and what to do. Each throw adds the
 * offending value. `docs/errors.md` lists the same codes; a test holds the two in step.
 */
export const ERRORS = {
  usage: { exit: 2, advice: 'See `cordon <command> --help`.' },
  'list-malformed': {
    exit: 1,
    advice: 'The file is not whole; fetch it again. The version already held stays in use.',
  },
  'list-too-small': {
    exit: 1,
    advice: 'Fewer entries than the catalogue expects; check the publisher before accepting it.',
  },
  'list-ambiguous': { exit: 1, advice: 'Two versions without a date: keep one of them in the folder.' },
  'list-unknown': { exit: 2, advice: '`cordon lists` names the lists.' },
  'fetch-failed': {
    exit: 1,
    advice: 'The version already held stays in use; try again later or use `--from DIR`.',
  },
  'snapshot-damaged': {
    exit: 1,
    advice: 'The file differs from what was compiled; run `cordon update` to make it anew.',
  },
  'snapshot-version': {
    exit: 1,
    advice: 'Compiled by another version of Cordon; run `cordon update` to compile it again.',
  },
  'snapshot-missing': {
    exit: 1,
    advice: 'Run `cordon update`, or name a snapshot that `cordon lists` shows.',
  },
  'input-malformed': { exit: 1, advice: 'Correct the named value and run again.' },
  'entity-unknown': { exit: 1, advice: 'No loaded list holds this id; `cordon lists` says what is loaded.' },
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** Every error that Cordon throws on purpose. `message` names the offending value; `advice` says what to do. */
export class CordonError extends Error {
  readonly code: ErrorCode;
  override readonly name = 'CordonError';

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  get advice(): string {
    return ERRORS[this.code].advice;
  }

  get exit(): number {
    return ERRORS[this.code].exit;
  }
}
