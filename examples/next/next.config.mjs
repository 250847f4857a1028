/** Types are checked with those of the whole workspace: Next.js would fetch a compiler of its own. */
export default { typescript: { ignoreBuildErrors: true } }
