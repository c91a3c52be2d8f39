import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { assertValidSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { apiPath } from './platform/api-root.js';
import { makeSchema } from './schema.js';

/** Writes `apps/api/schema.graphql`, which is committed so that a change of the API shows in review. */
const file = apiPath('schema.graphql');
const schema = await makeSchema();
assertValidSchema(schema);
writeFileSync(file, `${printSchema(lexicographicSortSchema(schema))}\n`);
