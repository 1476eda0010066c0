-- One numbering for all figures, tables and equations, and the references to them: @fig-…, @tbl-…, @eq-…,
-- @sec-….

local counts = { Gambar = 0, Tabel = 0, Persamaan = 0 }
-- What can be referred to, by the name that analysts give it: what it is called, and its id.
local labels = {}
-- The names that are referred to: only they get an anchor in the PDF.
local wanted = {}
-- The ids that stand in the document.
local ids = {}

local NEW = { ["fig"] = "gambar", ["tbl"] = "tabel", ["eq"] = "rumus" }

local function new_id(name)
  local kind, rest = name:match("^(%l+)%-(.+)$")
  return NEW[kind] and NEW[kind] .. "-" .. rest or name
end

-- Counts one more of a kind, and gives what it is called.
local function count_one(kind, name)
  counts[kind] = counts[kind] + 1
  local called = kind .. "\u{a0}" .. counts[kind]
  if name and name ~= "" then labels[name] = { called = pandoc.Inlines({ pandoc.Str(called) }), id = new_id(name) } end
  return called
end

local function numbered(kind, caption, name)
  local called = count_one(kind, name)
  local inlines = pandoc.Inlines({ pandoc.Strong({ pandoc.Str(called .. ".") }) })
  if not empty(caption) then
    inlines:insert(pandoc.Space())
    inlines:extend(caption)
  end
  return inlines
end

local function note_wanted(doc)
  doc:walk({
    Cite = function(cite) for _, one in ipairs(cite.citations) do wanted[one.id] = true end end,
    Link = function(link) wanted[link.target:match("^#(.+)$") or ""] = true end,
  })
end

local function note_header(header)
  if header.identifier == "" then return end
  local called = pandoc.Inlines({ pandoc.Str("bagian"), pandoc.Space(), pandoc.Quoted("DoubleQuote", header.content) })
  labels[header.identifier] = { called = called, id = header.identifier }
  ids[header.identifier] = true
end

local function note_id(element)
  if element.identifier ~= "" then ids[element.identifier] = true end
end

local function reference(citation)
  local label = labels[citation.id]
  local called = label.called
  if citation.mode == "SuppressAuthor" then
    local number = pandoc.utils.stringify(called):match("%d+$")
    if number then called = pandoc.Inlines({ pandoc.Str(number) }) end
  end
  local result = pandoc.Inlines(citation.prefix)
  if #result > 0 then result:insert(pandoc.Space()) end
  result:insert(pandoc.Link(called, "#" .. label.id))
  result:extend(citation.suffix)
  return result
end

-- The works of the bibliography, by their keys.
local works = nil

local function note_works(doc)
  if not doc.meta.bibliography and not doc.meta.references then return end
  works = {}
  for _, work in ipairs(pandoc.utils.references(doc)) do works[work.id] = true end
end

local function refer(cite)
  local result = pandoc.Inlines({})
  local ours, cited = true, works ~= nil
  for _, citation in ipairs(cite.citations) do
    ours = ours and labels[citation.id] ~= nil
    cited = cited and works[citation.id]
  end
  -- What is neither a work nor a name in the document stays as it was typed.
  if not ours then return cited and cite or cite.content end
  for index, citation in ipairs(cite.citations) do
    if index > 1 then result:extend({ pandoc.Str(","), pandoc.Space() }) end
    result:extend(reference(citation))
  end
  return result
end

local function follow_link(link)
  local name = link.target:match("^#(.+)$")
  if not name then return nil end
  if labels[name] then
    link.target = "#" .. labels[name].id
    return link
  end
  -- Typst stops at a link that leads nowhere.
  if paper and not ids[name] then return link.content end
end

-- The works that are cited stand at the end, under a heading of their own. They are cited here, as
-- each engine would do it in another way in another format.
local function place_works(doc)
  if not works then return nil end
  local placed = false
  doc:walk({ Div = function(div) placed = placed or div.identifier == "refs" end })
  if not placed then
    doc.blocks:extend({
      pandoc.Header(2, "Daftar pustaka", { id = "daftar-pustaka" }),
      pandoc.Div({}, { id = "refs" }),
    })
  end
  doc.meta["link-citations"] = true
  doc = pandoc.utils.citeproc(doc)
  for _, name in ipairs({ "bibliography", "csl", "references" }) do doc.meta[name] = nil end
  return doc:walk({ Cite = function(cite) return cite.content end })
end
