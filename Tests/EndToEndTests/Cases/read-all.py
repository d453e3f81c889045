"""Lets a tool read every document of $SPECS, and fails where it crashes, takes over 20 s or over 1 GB."""

import csv
import os
import subprocess
import sys
import time

tool = sys.argv[1]
specs = os.environ["SPECS"]
bad, worst_time, worst_memory, count = [], (0, ""), (0, ""), 0
with open(os.path.join(specs, "INDEX.tsv")) as index:
    names = [row["path"] for row in csv.DictReader(index, delimiter="\t")]
for name in names:
    start = time.monotonic()
    process = subprocess.Popen(
        [tool, "check", "--inputs-only", "--input", os.path.join(specs, name)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds, megabytes = time.monotonic() - start, usage.ru_maxrss / 1024
    count += 1
    worst_time, worst_memory = max(worst_time, (seconds, name)), max(worst_memory, (megabytes, name))
    if process.returncode not in (0, 1) or seconds > 20 or megabytes > 1024:
        bad.append(f"{name}: exit {process.returncode}, {seconds:.1f} s, {megabytes:.0f} MB")
print(f"{count} documents; slowest {worst_time[0]:.1f} s ({worst_time[1]}), largest {worst_memory[0]:.0f} MB ({worst_memory[1]})")
print("\n".join(bad))
sys.exit(1 if bad or not count else 0)
