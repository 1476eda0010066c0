-- What filters read of a picture; stands before those that need it.

local function unescaped(url)
  return (url:gsub("%%(%x%x)", function(code) return string.char(tonumber(code, 16)) end))
end

-- Height by width of a picture that tells its size, as matplotlib's do.
local function aspect(source)
  local file = io.open(unescaped(source))
  if file == nil then return 0.5 end
  local width, height = file:read(2000):match('viewBox="0 0 ([%d.]+) ([%d.]+)"')
  file:close()
  return width and height / width or 0.5
end

local function image_of(figure)
  local found
  figure:walk({ Image = function(image) found = found or image end })
  return found
end

-- Two charts that are also drawn for half the width may stand side by side.
local function has_small_picture(block)
  return block ~= nil and block.t == "Figure" and image_of(block).attributes["sempit"] ~= nil
end

local function is_pair(block) return block.t == "Div" and block.classes:includes("sepasang") end

-- Put blocks that may stand beside the chart after them into a division with it.
local function pair_charts(doc, fits)
  local result, index = pandoc.Blocks({}), 1
  while index <= #doc.blocks do
    local block, following = doc.blocks[index], doc.blocks[index + 1]
    if fits(block) and has_small_picture(following) then
      result:insert(pandoc.Div({ block, following }, pandoc.Attr("", { "sepasang" })))
      index = index + 2
    else
      result:insert(block)
      index = index + 1
    end
  end
  doc.blocks = result
  return doc
end
