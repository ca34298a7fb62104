#!/bin/sh
# Puts the package of the image where n8n looks for packages. A volume that covers this folder may
# hold an older one, so it is done at every start. Then runs what it is given.
set -e
packs="${N8N_USER_FOLDER:-/home/node}/.n8n/nodes/node_modules"
mkdir -p "$packs"
rm -rf "$packs/n8n-nodes-allmysms"
ln -s "${PACK_FOLDER:-/opt/n8n-nodes-allmysms}" "$packs/n8n-nodes-allmysms"
exec "$@"
