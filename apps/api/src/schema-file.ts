import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { makeSchema } from './schema.js';

/** Writes `apps/api/schema.graphql`, which is committed so that a change of the API shows in review. */
const file = fileURLToPath(new URL('../schema.graphql', import.meta.url));
writeFileSync(file, `${printSchema(lexicographicSortSchema(await makeSchema()))}\n`);
