
danmuRpc({ group: 'example' })
  .on('title', () => document.title)
  .on('sign', (args) => window.sign(args));
