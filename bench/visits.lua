-- One kind of page, or the mix of all, asked for by many users: ./jinguo bench visitors starts wrk with this.
--   wrk … -s visits.lua ADDRESS -- FILE PAGE PAUSE
-- FILE has a line for each page of each user, made after she signed in: page, share, status expected, method, path, cookie
-- and body with tabs between. PAGE is one of them, or "mix". PAUSE is how many milliseconds a user reads before
-- she asks again, on the average. wrk knows the latency of all requests together only: that of a page in the mix comes
-- from a second wrk that asks for this page alone while the first asks for the mix.
local threads, number = {}, 0

function setup(thread)
  number = number + 1
  thread:set("number", number)
  table.insert(threads, thread)
end

function init(args)
  -- Two of these run at once: by the time alone both would make the same keys.
  local noise = io.open("/dev/urandom", "rb")
  local first, second, third, fourth = noise:read(4):byte(1, 4)
  noise:close()
  math.randomseed(((first * 256 + second) * 256 + third) * 256 + fourth)
  pause = tonumber(args[3])
  answered, wrong = 0, 0
  lines, total = {}, 0
  for line in io.lines(args[1]) do
    local page, share, status, method, path, cookie, body = line:match("^([^\t]*)\t([^\t]*)\t([^\t]*)\t([^\t]*)\t([^\t]*)\t([^\t]*)\t(.*)$")
    if args[2] == "mix" or args[2] == page then
      total = total + tonumber(share)
      table.insert(lines, { upTo = total, status = tonumber(status), method = method, path = path, cookie = cookie, body = body })
    end
  end
  expected = args[2] == "mix" and 0 or lines[1].status
end

-- Shares are few and lines many: the one whose share the number falls into is found by halves.
local function choose()
  local wanted, low, high = math.random() * total, 1, #lines
  while low < high do
    local middle = math.floor((low + high) / 2)
    if lines[middle].upTo < wanted then low = middle + 1 else high = middle end
  end
  return lines[low]
end

-- A key of its own for each record that is saved: UUID version 7.
local function key()
  local now = os.time() * 1000 + math.random(0, 999)
  return string.format("%08x-%04x-7%03x-8%03x-%06x%06x", math.floor(now / 65536), now % 65536, math.random(0, 4095), math.random(0, 4095), math.random(0, 16777215), math.random(0, 16777215))
end

function delay()
  return math.random(math.floor(pause / 2), math.floor(pause * 3 / 2))
end

function request()
  local one = choose()
  local headers = { ["Cookie"] = one.cookie, ["Accept-Encoding"] = "br", ["Accept"] = "text/html" }
  if one.method == "GET" then return wrk.format("GET", one.path, headers) end
  headers["Content-Type"] = "application/x-www-form-urlencoded"
  return wrk.format(one.method, one.path, headers, (one.body:gsub("@KEY@", key())))
end

function response(status, headers, body)
  answered = answered + 1
  if (expected > 0 and status ~= expected) or status >= 400 then
    wrong = wrong + 1
    io.stderr:write(string.format("answered %d: %s\n", status, body:match("<title>(.-)</title>") or ""))
  end
end

function done(summary, latency)
  local answered, wrong = 0, 0
  for _, thread in ipairs(threads) do
    answered = answered + thread:get("answered")
    wrong = wrong + thread:get("wrong")
  end
  local errors = summary.errors
  io.stdout:write(string.format("RESULT %d %d %.3f %.3f %.3f\n", answered, wrong + errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, summary.duration / 1000000))
end
