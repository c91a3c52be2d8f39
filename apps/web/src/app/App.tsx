import { createBrowserRouter, RouterProvider } from 'react-router';
import { routes } from '../routes.js';

const router = createBrowserRouter(routes);

/** The whole interface: providers stand inside the routes, because the language is part of the address. */
export function App() {
  return <RouterProvider router={router} />;
}
