#!/bin/sh
# Runs fuzz targets one after the other: run.sh FOLDER SECONDS TARGET...
# FOLDER has the programs (fuzz_TARGET) and the seeds. Fails where a target does.
set -u
folder=$1 seconds=$2
shift 2
failed=0
for target in "$@"; do
  mkdir -p "$folder/corpus/$target"
  log=$folder/$target.log
  # FUZZ_SEED and FUZZ_RUNS make a run repeatable, as CI wants it.
  if "$folder/fuzz_$target" ${FUZZ_SEED:+-seed=$FUZZ_SEED} ${FUZZ_RUNS:+-runs=$FUZZ_RUNS} -max_total_time="$seconds" -max_len=8192 -print_final_stats=1 \
    -artifact_prefix="$folder/$target-" "$folder/corpus/$target" "$folder/seeds/$target" >"$log" 2>&1; then
    echo "fuzz $target: $(sed -n 's/^Done //p' "$log")"
  else
    echo "fuzz $target: FAILED"
    grep -v '^#' "$log" | tail -30
    failed=1
  fi
done
exit $failed
