export { OaiRecord } from './oai/oai-record.entity.js';
export { provideOai } from './oai/provide.js';
