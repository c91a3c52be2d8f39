/** Codes of errors of the protocol (OAI-PMH 2.0, section 3.6). Sets exist here, so `noSetHierarchy` is never said. */
export type OaiErrorCode =
  'badArgument' | 'badResumptionToken' | 'badVerb' | 'cannotDisseminateFormat' | 'idDoesNotExist' | 'noRecordsMatch' | 'noMetadataFormats';

/** A request that the protocol answers with an error; the text is for the harvester's people, in English as the protocol's are. */
export class OaiError extends Error {
  constructor(
    readonly code: OaiErrorCode,
    message: string,
  ) {
    super(message);
  }
}
