import type { Page, Route } from 'playwright-core';

/**
 * Keeps back the answer to the next question of that name, as a slow line does; the API has answered it by then.
 * @returns `isHeld` once there is an answer, and how to give it
 */
export async function heldAnswer(page: Page, operation: string): Promise<{ isHeld: Promise<void>; give: () => Promise<void> }> {
  let tellHeld = (): void => undefined;
  let give = (): void => undefined;
  const isHeld = new Promise<void>((resolve) => (tellHeld = resolve));
  const isFree = new Promise<void>((resolve) => (give = resolve));
  let given: Promise<void> = Promise.resolve();
  const hold = async (route: Route): Promise<void> => {
    const response = await route.fetch();
    tellHeld();
    await isFree;
    // The page may not want it any more.
    await route.fulfill({ response }).catch(() => undefined);
  };
  let isFirst = true;
  await page.route('**/graphql', (route) => {
    const isMeant = isFirst && route.request().postData()?.includes(`"${operation}"`);
    if (!isMeant) return route.fallback();
    isFirst = false;
    return (given = hold(route));
  });
  return {
    isHeld,
    give: async () => {
      give();
      await given;
      await page.unroute('**/graphql');
    },
  };
}
