import { createBrowserRouter, type RouteObject } from 'react-router';
import { Home, MissingPage, PageCrashed, SignedIn } from './shell/guards';

/** A page that is fetched when somebody goes there. */
function page(load: () => Promise<{ default: React.ComponentType }>): RouteObject['lazy'] {
  return async () => ({ Component: (await load()).default });
}

const pages: RouteObject[] = [
  { index: true, Component: Home },
  { path: 'desk', lazy: page(() => import('./pages/desk/DeskPage')) },
  { path: 'calls/:id', lazy: page(() => import('./pages/calls/CallPage')) },
  { path: 'callbacks', lazy: page(() => import('./pages/callbacks/CallbacksPage')) },
  { path: 'events/:id?', lazy: page(() => import('./pages/events/EventsPage')) },
  { path: 'map', lazy: page(() => import('./pages/map/MapPage')) },
  { path: 'vehicles/:id/replay', lazy: page(() => import('./pages/replay/ReplayPage')) },
  { path: 'vehicles/:id?', lazy: page(() => import('./pages/vehicles/VehiclesPage')) },
  { path: 'vehicle-import', lazy: page(() => import('./pages/imports/ImportPage')) },
  { path: 'data-quality', lazy: page(() => import('./pages/quality/DataQualityPage')) },
  { path: 'data-quality/refused', lazy: page(() => import('./pages/quality/RefusedPage')) },
  { path: 'stations/:id?', lazy: page(() => import('./pages/stations/StationsPage')) },
  { path: 'spot-checks/:id?', lazy: page(() => import('./pages/spotchecks/SpotChecksPage')) },
  { path: 'board', lazy: page(() => import('./pages/board/BoardPage')) },
  { path: 'supervisor', lazy: page(() => import('./pages/supervisor/SupervisorPage')) },
];

export const router = createBrowserRouter([
  { path: '/sign-in', lazy: page(() => import('./session/SignInPage')), hydrateFallbackElement: null },
  {
    path: '/',
    Component: SignedIn,
    hydrateFallbackElement: null,
    children: [
      {
        errorElement: <PageCrashed />,
        children: [...pages, { path: '*', Component: MissingPage }],
      },
    ],
  },
]);
