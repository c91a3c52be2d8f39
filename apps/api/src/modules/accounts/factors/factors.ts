import type { Sql } from '../../../platform/database/database.js';

/** What a person can show to be who they are. */
export interface Factors {
  password: boolean;
  codeApp: boolean;
  passkeys: number;
  recoveryCodes: number;
}

/** What a person can show, in one statement. */
export async function factorsOf(sql: Sql, personId: string): Promise<Factors> {
  const row = await sql.row<Factors>(
    `SELECT EXISTS (SELECT 1 FROM credentials WHERE person_id = $1) AS password,
       EXISTS (SELECT 1 FROM code_apps WHERE person_id = $1 AND secret IS NOT NULL) AS "codeApp",
       (SELECT count(*)::int FROM passkeys WHERE person_id = $1) AS passkeys,
       (SELECT count(*)::int FROM recovery_codes WHERE person_id = $1 AND used_at IS NULL) AS "recoveryCodes"`,
    [personId],
  );
  return row ?? { password: false, codeApp: false, passkeys: 0, recoveryCodes: 0 };
}

/** Whether somebody has a second factor; recovery codes alone are none. */
export function hasFactor({ codeApp, passkeys }: Pick<Factors, 'codeApp' | 'passkeys'>): boolean {
  return codeApp || passkeys > 0;
}

/** The ways to take the second step of a sign-in. */
export const STEP_METHODS = { CODE: 'CODE', PASSKEY: 'PASSKEY', RECOVERY_CODE: 'RECOVERY_CODE' } as const;
export type StepMethod = keyof typeof STEP_METHODS;

/** How somebody with these factors takes the second step. */
export function stepMethods({ codeApp, passkeys, recoveryCodes }: Factors): StepMethod[] {
  return [
    ...(codeApp ? (['CODE'] as const) : []),
    ...(passkeys > 0 ? (['PASSKEY'] as const) : []),
    ...(recoveryCodes > 0 ? (['RECOVERY_CODE'] as const) : []),
  ];
}
