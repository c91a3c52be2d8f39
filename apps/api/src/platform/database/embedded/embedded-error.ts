/** A reason why the embedded database cannot run, in one line that an operator can act on. */
export class EmbeddedDatabaseError extends Error {
  override name = 'EmbeddedDatabaseError';
}

/** The data folder is in use by another living process of Stoa. */
export class EmbeddedDatabaseInUseError extends EmbeddedDatabaseError {
  override name = 'EmbeddedDatabaseInUseError';

  constructor(
    readonly dataDir: string,
    readonly holderPid: number,
  ) {
    super(
      `The data folder ${dataDir} is in use by another Stoa (process ${holderPid}); stop it first, or choose another folder with STOA_DATA.`,
    );
  }
}
